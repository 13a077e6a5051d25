# kijun: everything starts here. `make help` lists the targets.
#
#   make            the program, build/kijun
#   make demo       installs what is missing, builds, checks fixtures/portfolio
#   make check      installs what is missing, builds, runs every test and lint
#   make setup      installs what is missing from Debian to build (scripts/packages.txt), `make setup-tests` to test, too
#   make test       the tests of all floors, under AddressSanitizer and UBSan
#   make test-base  the tests of one floor (any floor)
#   make e2e        the tests of the whole program
#   make test-browser  the overview in Chromium, which it installs; PICTURES=FOLDER keeps what it looks like
#   make test-office  workbooks and forms in LibreOffice, which it installs; SUPPLIERS=2000
#   make test-resume  200 kills of a run over 10,000 suppliers, each resumed
#   make test-notify   kills `kijun notify` at every call by which something goes out or is kept
#   make test-slurm  four shards and a merge on a Slurm of its own, which it installs: one shard is killed and runs again (as root)
#   make test-formats  every format of 2,000 generated suppliers against its schema and its real reader
#   make test-nights  365 nights of changes: incremental runs against full ones
#   make bench      the speed beside other programs, its growth, where the time goes, what the defences cost: tables and a plot
#   make bench-million  nights over 1,000,000 small suppliers with the memory of every process; COUNT=20000 FOLDER=/somewhere
#   make test-promtool  the metrics of a run held against Prometheus' own tool, which it installs
#   make evaluate   how well clauses are recognised, where labelled contracts are at hand
#   make test-year  a simulated year over 200 suppliers, and `make test-kill`: 100 kills while a run is recorded
#   make lint       floors, sizes, warnings of two compilers, clang-tidy (deeper than `make check`), luacheck, shellcheck
#   make fuzz       fuzzes every reader, FUZZ_SECONDS (3600) each: FUZZ="docx html" for some, FUZZ_SECONDS=5 for a moment
#   make coverage   which lines and branches the tests reach: build/coverage/index.html
#   make install    to PREFIX (/usr/local), below DESTDIR
#   make deb        a Debian package, checked by lintian: build/deb/kijun_*.deb
#   make test-deb   builds it, installs it, uses it as another user, removes it (as root)
#   make test-ci    the samples of scripts/ci with the program pre-commit, which it installs
#   make test-fresh the two commands of the README on a fresh Debian 12, made by debootstrap (as root)
#   make test-container  builds scripts/docker/Dockerfile with buildah on a fresh Debian 12 and checks a portfolio in it (as root)
#   make clean

SHELL := /bin/sh
ifeq ($(origin CC),default)
CC := gcc
endif
CLANG ?= clang
CLANG_TIDY ?= clang-tidy
MODE ?= release
B := build/$(MODE)
PREFIX ?= /usr/local

# The floors, from the lowest. A floor may include only floors to its left.
FLOORS := base documents language rules packs exchange register report batch cli

PACKAGES := lua5.4 libpcre2-8 libutf8proc libsodium nettle libseccomp sqlite3
# Loaded when first called, and not linked: engine/base/library.h says why.
LATE_PACKAGES := libxml-2.0 libzip libcurl xlsxwriter
WARN := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wformat=2 \
        -Wvla -Werror
CFLAGS_release := -O3 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_coverage := -O0 -g --coverage
CFLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS_asan := -fsanitize=address,undefined
LDFLAGS_coverage := --coverage
LDFLAGS_fuzz := -fsanitize=fuzzer,address,undefined
LDFLAGS_release := -Wl,-z,relro,-z,now -Wl,--as-needed

PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) $(LATE_PACKAGES) 2>/dev/null)
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
CPPFLAGS_ALL = -Iengine -D_GNU_SOURCE $(PACKAGE_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL = -std=c11 $(WARN) $(CFLAGS_$(MODE)) $(CFLAGS)
LIBS = $(PACKAGE_LIBS) -lm
LATE_LIBS = $(shell pkg-config --libs $(LATE_PACKAGES) 2>/dev/null) # for what tests call besides

# What is made is named; V=1 shows the commands themselves.
Q := $(if $(V),,@)
made = $(if $(V)$(findstring s,$(filter-out -%,$(firstword $(MAKEFLAGS)))),,@echo "  $(1) $@")

SOURCES := $(wildcard $(addsuffix /*.c,$(addprefix engine/,$(FLOORS))))
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
TEST_SOURCES := $(wildcard tests/support/*.c $(foreach f,$(FLOORS),tests/$(f)/*.c))
PROGRAM := $(B)/kijun

.PHONY: all program help setup setup-tests demo check test e2e lint lint-clang lint-tidy lint-deep coverage install clean
.DELETE_ON_ERROR:
.SECONDARY:
all: program

program: $(PROGRAM)
	@ln -sfn $(MODE)/kijun build/kijun

$(PROGRAM): $(OBJECTS)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(B)/%.o: %.c Makefile | build/.libraries
	@mkdir -p $(@D)
	$(call made,CC)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

build/.libraries:
	@pkg-config --exists $(PACKAGES) $(LATE_PACKAGES) || { echo "Libraries are missing. To install them: make setup" >&2; exit 1; }
	@mkdir -p build && touch $@

-include $(OBJECTS:.o=.d)

setup:
	@scripts/setup
setup-tests:
	@scripts/setup scripts/packages.txt scripts/packages-test.txt

help:
	@sed -n 's/^#   \(make.*\)/\1/p' Makefile

# Exit codes 1 and 3 say that there are findings and that a document could not be read: the demonstration has both.
demo: setup
	@[ -x build/kijun ] || echo "Building kijun: a minute or two, the first time"
	@$(MAKE) -s --no-print-directory -j$$(nproc) program
	@build/kijun check fixtures/portfolio --policy policies/standard.lua --out reports; status=$$?; \
	case $$status in 0|1|3) echo "The reports are in reports/; start with reports/run.html." ;; *) exit $$status ;; esac

# ---- tests: one Criterion program a floor, linked with that floor and those below it ----

below = $(call upto,$(1),$(FLOORS))
upto = $(if $(2),$(firstword $(2)) $(if $(filter $(1),$(firstword $(2))),,$(call upto,$(1),$(wordlist 2,$(words $(2)),$(2)))))
floor_objects = $(patsubst %.c,$(B)/%.o,$(filter-out engine/cli/main.c,$(foreach f,$(call below,$(1)),$(wildcard engine/$(f)/*.c))))
TESTED := $(foreach f,$(FLOORS),$(if $(wildcard tests/$(f)/*.c),$(f)))

# What tests can make fail, in our own code only: tests/support/fail_malloc.h and fail_call.h.
WRAPPED := malloc calloc realloc strdup strndup openat read write close fstat renameat fsync syncfs
comma := ,
WRAP := $(addprefix -Wl$(comma)--wrap=,$(WRAPPED))
SANITIZERS := ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1

$(B)/tests/%.o: CPPFLAGS += -Itests

define floor_test
$(B)/test-$(1): $$(patsubst %.c,$(B)/%.o,$$(wildcard tests/$(1)/*.c) $$(wildcard tests/support/*.c)) $$(call floor_objects,$(1))
	@mkdir -p $$(@D)
	$$(call made,LD)
	$$(Q)$$(CC) $$(CFLAGS_$$(MODE)) $$(LDFLAGS_$$(MODE)) $$(WRAP) -o $$@ $$^ $$(LIBS) $$(LATE_LIBS) -lcriterion
.PHONY: test-$(1)
ifneq ($(MODE),asan)
test-$(1):
	@$$(MAKE) --no-print-directory MODE=asan test-$(1)
else
test-$(1): $(B)/test-$(1)
	@$$(SANITIZERS) $(B)/test-$(1) --tap=/dev/null -j2 >$(B)/test-$(1).log 2>&1; status=$$$$?; \
	cat $(B)/test-$(1).log; ! grep -q 'LeakSanitizer: detected' $(B)/test-$(1).log && exit $$$$status
endif
endef
$(foreach f,$(FLOORS),$(eval $(call floor_test,$(f))))
-include $(TEST_SOURCES:%.c=$(B)/%.d)

# The program with workers that misbehave on request (KIJUN_FAULT), for the tests of the whole program.
$(B)/kijun-faults: $(filter-out %/batch/worker.o,$(OBJECTS)) $(B)/faults/worker.o
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) $(LDFLAGS) -o $@ $^ $(LIBS)
$(B)/faults/worker.o: engine/batch/worker.c tests/e2e/misbehave.h Makefile
	@mkdir -p $(@D)
	$(call made,CC)
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests -DKIJUN_TEST_FAULTS $(CFLAGS_ALL) -c -o $@ $<

# All test programs of the mode, without running them.
.PHONY: tests list-tests faults
faults: $(B)/kijun-faults
tests: $(addprefix $(B)/test-,$(TESTED))
list-tests:
	@echo $(TESTED)

test:
	@scripts/check test
e2e: program $(B)/kijun-faults
	@scripts/check e2e
.PHONY: test-browser
test-browser: program
	@scripts/setup scripts/packages.txt scripts/packages-browser.txt
	@python3 tests/browser/overview_test.py $(PROGRAM) $(PICTURES)
# Workbooks in LibreOffice, which it installs.
.PHONY: test-office
test-office: program
	@scripts/setup scripts/packages.txt scripts/packages-office.txt scripts/packages-test.txt
	@SUPPLIERS=$(or $(SUPPLIERS),2000) KIJUN=$(CURDIR)/$(PROGRAM) sh tests/office/workbook.sh
# The long forms of tests of the whole program.
.PHONY: test-resume test-nights test-notify
test-notify: program
	@KILL_CALLS="fdatasync sendto recvfrom pwrite64 poll" KIJUN=$(CURDIR)/$(PROGRAM) sh tests/e2e/notify_test.sh
.PHONY: test-formats
test-formats: program
	@scripts/setup scripts/packages.txt scripts/packages-test.txt
	@SUPPLIERS=$(or $(SUPPLIERS),2000) KIJUN=$(CURDIR)/$(PROGRAM) sh tests/e2e/validate_test.sh
test-resume: program $(B)/kijun-faults
	@SUPPLIERS=$(or $(SUPPLIERS),10000) KILLS=$(or $(KILLS),200) KIJUN=$(CURDIR)/$(PROGRAM) \
	    KIJUN_FAULTS=$(CURDIR)/$(B)/kijun-faults sh tests/e2e/kill_test.sh
test-nights: program $(B)/kijun-faults
	@NIGHTS=$(or $(NIGHTS),365) KIJUN=$(CURDIR)/$(PROGRAM) KIJUN_FAULTS=$(CURDIR)/$(B)/kijun-faults \
	    sh tests/e2e/incremental_test.sh
.PHONY: test-slurm
test-slurm: program $(B)/kijun-faults
	@scripts/setup scripts/packages-slurm.txt
	@KIJUN=$(CURDIR)/$(PROGRAM) KIJUN_FAULTS=$(CURDIR)/$(B)/kijun-faults sh tests/slurm/night_test.sh
.PHONY: test-promtool bench-million
test-promtool: program $(B)/kijun-faults
	@scripts/setup scripts/packages-prometheus.txt
	@KIJUN=$(CURDIR)/$(PROGRAM) KIJUN_FAULTS=$(CURDIR)/$(B)/kijun-faults sh tests/e2e/nightly_test.sh
bench-million: program
	@KIJUN=$(CURDIR)/$(PROGRAM) scripts/bench-million $(or $(COUNT),1000000) $(FOLDER)
lint:
	@scripts/check lint deep
check: setup-tests
	@scripts/check build test e2e fuzz lint

# ---- fuzzing: one libFuzzer program a target, tests/fuzz/NAME_fuzz.c with its seeds in tests/fuzz/seeds/NAME ----

FUZZ_TARGETS := $(patsubst tests/fuzz/%_fuzz.c,%,$(wildcard tests/fuzz/*_fuzz.c))
.PHONY: fuzz fuzz-programs list-fuzz
fuzz:
	@$(MAKE) --no-print-directory MODE=fuzz CC=$(CLANG) fuzz-programs
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-3600} scripts/fuzz $(or $(FUZZ),$(FUZZ_TARGETS))
fuzz-programs: $(FUZZ_TARGETS:%=$(B)/fuzz-%)
list-fuzz:
	@echo $(FUZZ_TARGETS)
$(B)/tests/fuzz/%.o: CPPFLAGS += -Itests
$(B)/fuzz-markup: $(B)/tests/documents/markup_log.o
$(B)/fuzz-%: $(B)/tests/fuzz/%_fuzz.o $(B)/tests/fuzz/support.o $(call floor_objects,packs)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LIBS)
-include $(patsubst %.c,$(B)/%.d,$(wildcard tests/fuzz/*.c))

# ---- lint, as far as it compiles: one stamp a file, so that only what changed is looked at again ----

CLANG_STAMPS := $(patsubst %.c,build/lint/%.clang,$(SOURCES) $(TEST_SOURCES) $(wildcard tests/fuzz/*.c))
TIDY_STAMPS := $(SOURCES:%.c=build/lint/%.tidy)
DEEP_STAMPS := $(SOURCES:%.c=build/lint/%.deep)
lint-clang: $(CLANG_STAMPS)
lint-tidy: $(TIDY_STAMPS)
lint-deep: $(DEEP_STAMPS)

build/lint/tests/%.clang: CPPFLAGS += -Itests
build/lint/%.clang: %.c Makefile | build/.libraries
	@mkdir -p $(@D)
	@$(CLANG) $(CPPFLAGS_ALL) -std=c11 $(WARN) -fsyntax-only -MMD -MP -MT $@ -MF $(@:.clang=.d) $<
	@touch $@
# How many states of a function the analyzer walks through. The usual 225,000 take four times as long, half of `make check`:
# only `make lint` walks through them.
build/lint/%.tidy: ANALYZER := -Xclang -analyzer-config -Xclang max-nodes=50000
build/lint/%.tidy build/lint/%.deep: build/lint/%.clang .clang-tidy
	@$(CLANG_TIDY) --quiet $*.c -- $(CPPFLAGS_ALL) -std=c11 $(ANALYZER) 2>&1 | \
	    { ! grep -v -e 'warnings\{0,1\} generated' -e '^Suppressed' -e '^Use -header-filter'; }
	@touch $@
-include $(CLANG_STAMPS:.clang=.d)

# A whole year of nights over 200 suppliers against a register computed independently; and 100 kills while recording.
.PHONY: test-year test-kill
test-year: program
	@python3 tests/year/year.py $(PROGRAM) $(or $(NIGHTS),365) $(or $(SUPPLIERS),200) $(or $(SEED),1)
test-kill:
	@$(MAKE) --no-print-directory MODE=asan build/asan/test-register
	@KIJUN_KILLS=100 build/asan/test-register --filter 'crash/*'

coverage:
	@scripts/coverage

# The speed of the loader against the bare parser: make bench-loader FILES="a.xml b.xml" [ROUNDS=200]
.PHONY: bench-loader
bench-loader: $(B)/bench-loader
	@$< $(or $(ROUNDS),200) $(or $(FILES),$(wildcard fixtures/portfolio/*/*.xml))
$(B)/bench-loader: $(B)/scripts/bench-loader.o $(call floor_objects,documents)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LIBS) $(LATE_LIBS)

# The programs that scripts/bench and scripts/bench-* measure with.
.PHONY: bench bench-programs
bench: program
	@scripts/setup scripts/packages.txt scripts/packages-bench.txt
	@scripts/bench $(or $(COUNT),2000) $(FOLDER)
bench-programs: program $(B)/sax2-limit $(B)/stages $(B)/kijun-bare $(B)/no-sync.so
$(B)/stages: $(B)/scripts/stages.o $(call floor_objects,report)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LIBS)
$(B)/kijun-bare: $(filter-out %/batch/pool.o,$(OBJECTS)) $(B)/scripts/benchmark/bare.o
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -Wl,--wrap=region_restore,--wrap=timer_settime -o $@ $^ $(LIBS)
$(B)/scripts/benchmark/bare.o: CFLAGS += -Wno-missing-prototypes
$(B)/no-sync.so: scripts/benchmark/no-sync.c
	@mkdir -p $(@D)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) -shared -fPIC -o $@ $<
$(B)/sax2-limit: $(B)/scripts/sax2-limit.o
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LATE_LIBS)
$(B)/bench-recognise: $(B)/scripts/bench-recognise.o $(call floor_objects,rules)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LIBS)

# A register of 50,000 findings over 1,000 runs, listed: make bench-register [REGISTER=file]
.PHONY: bench-register
bench-register: $(B)/bench-register
	@register=$(REGISTER); [ -n "$$register" ] || register=$$(mktemp -d)/register.db; $< "$$register"; \
	[ -n "$(REGISTER)" ] || rm -rf "$$(dirname "$$register")"
$(B)/bench-register: $(B)/scripts/bench-register.o $(call floor_objects,register)
	$(call made,LD)
	$(Q)$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) -o $@ $^ $(LIBS)

# The program finds what is shipped with it from where it stands itself: ../share/kijun, or the source tree.
install: program
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/kijun $(DESTDIR)$(PREFIX)/share/doc/kijun
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/kijun
	cp -R rules policies $(DESTDIR)$(PREFIX)/share/kijun/
	install -m 644 README.md LICENSE $(DESTDIR)$(PREFIX)/share/doc/kijun/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/ja/man1
	$(PROGRAM) manual --lang en >$(DESTDIR)$(PREFIX)/share/man/man1/kijun.1
	$(PROGRAM) manual --lang ja >$(DESTDIR)$(PREFIX)/share/man/ja/man1/kijun.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(PROGRAM) completion bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/kijun
	$(PROGRAM) completion zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kijun
	$(PROGRAM) completion fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kijun.fish

.PHONY: deb test-deb test-fresh test-container test-ci
deb:
	@scripts/setup scripts/packages.txt scripts/packages-deb.txt
	@scripts/make-deb
test-deb: deb
	@scripts/test-deb
test-fresh:
	@scripts/test-fresh
test-container:
	@scripts/setup scripts/packages-container.txt
	@scripts/test-container
test-ci: program
	@scripts/setup scripts/packages.txt scripts/packages-test.txt scripts/packages-ci.txt
	@sh tests/e2e/ci_samples_test.sh

.PHONY: evaluate
evaluate: program
	@scripts/evaluate

clean:
	rm -rf build reports
