# kijun: everything starts here. `make help` lists the targets.
#
#   make            the program, build/kijun
#   make demo       installs what is missing, builds, checks fixtures/portfolio
#   make check      installs what is missing, builds, runs every test and lint
#   make test-base  the tests of one floor (any floor), under AddressSanitizer and UBSan

SHELL := /bin/sh
CC ?= gcc
MODE ?= release
B := build/$(MODE)

# The floors, from the lowest. A floor may include only floors to its left.
FLOORS := base documents language rules exchange register report batch cli

PACKAGES := lua5.4 libxml-2.0 libzip libpcre2-8 libutf8proc libsodium libseccomp sqlite3 libcurl
WARN := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wformat=2 \
        -Wvla -Werror
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_coverage := -O0 -g --coverage
LDFLAGS_asan := -fsanitize=address,undefined
LDFLAGS_coverage := --coverage
LDFLAGS_release := -Wl,-z,relro,-z,now

CPPFLAGS_ALL = -Iengine -D_GNU_SOURCE $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CPPFLAGS)
CFLAGS_ALL = -std=c11 $(WARN) $(CFLAGS_$(MODE)) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

SOURCES := $(wildcard $(addsuffix /*.c,$(addprefix engine/,$(FLOORS))))
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
LIB_SOURCES := $(filter-out engine/cli/main.c,$(SOURCES))
PROGRAM := $(B)/kijun

.PHONY: all program help setup demo check test lint clean
.DELETE_ON_ERROR:
all: program

program: $(PROGRAM)
	@ln -sfn $(MODE)/kijun build/kijun

$(PROGRAM): $(OBJECTS)
	$(CC) $(CFLAGS_$(MODE)) $(LDFLAGS_$(MODE)) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

setup:
	@scripts/setup

help:
	@sed -n 's/^#   \(make.*\)/\1/p' Makefile

# ---- tests: one Criterion program a floor, linked with that floor and those below it ----

below = $(call upto,$(1),$(FLOORS))
upto = $(if $(2),$(firstword $(2)) $(if $(filter $(1),$(firstword $(2))),,$(call upto,$(1),$(wordlist 2,$(words $(2)),$(2)))))
floor_objects = $(patsubst %.c,$(B)/%.o,$(filter-out engine/cli/main.c,$(foreach f,$(call below,$(1)),$(wildcard engine/$(f)/*.c))))

# What tests can make fail, in our own code only: tests/support/fail_malloc.h and fail_call.h.
WRAPPED := malloc calloc realloc strdup strndup openat read write close fstat renameat fsync syncfs
comma := ,
WRAP := $(addprefix -Wl$(comma)--wrap=,$(WRAPPED))

$(B)/tests/%.o: CPPFLAGS += -Itests

define floor_test
$(B)/test-$(1): $$(patsubst %.c,$(B)/%.o,$$(wildcard tests/$(1)/*.c) $$(wildcard tests/support/*.c)) $$(call floor_objects,$(1))
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS_$$(MODE)) $$(LDFLAGS_$$(MODE)) $$(WRAP) -o $$@ $$^ $$(LIBS) -lcriterion
ifneq ($(MODE),asan)
.PHONY: test-$(1)
test-$(1):
	@$$(MAKE) --no-print-directory MODE=asan test-$(1)
else
.PHONY: test-$(1)
test-$(1): $(B)/test-$(1)
	ASAN_OPTIONS=detect_leaks=1 $(B)/test-$(1) --tap=/dev/null -j2
endif
-include $$(patsubst %.c,$(B)/%.d,$$(wildcard tests/$(1)/*.c) $$(wildcard tests/support/*.c))
endef
$(foreach f,$(FLOORS),$(eval $(call floor_test,$(f))))

clean:
	rm -rf build reports
