/* What the files of structure*.c share. Private to them. */
#ifndef KIJUN_DOCUMENTS_STRUCTURE_PARTS_H
#define KIJUN_DOCUMENTS_STRUCTURE_PARTS_H

#include "documents/label.h"
#include "documents/structure.h"

enum {
    STRUCTURE_DEPTH = 12,       /* clauses in clauses; what is numbered deeper becomes a sibling */
    STRUCTURE_TITLE_LINES = 14, /* the title is looked for among so many paragraphs */
    STRUCTURE_PARTIES = 8,
    STRUCTURE_PARTY_LINES = 40  /* paragraphs of the preamble that may introduce parties */
};

/* How high a label stands by its style alone. Below RANK_RELATIVE nothing is fixed: it nests as it comes. */
enum rank {
    RANK_ANNEX = 10,
    RANK_HEADING = 20, /* a heading without a number */
    RANK_PART = 30,
    RANK_CHAPTER = 40,
    RANK_DIVISION = 50,
    RANK_SUBDIVISION = 60,
    RANK_ARTICLE = 70,
    RANK_SECTION = 80,
    RANK_RELATIVE = 100
};

/* One open clause on the way from the contract to where we are. */
struct level {
    struct label label;
    int rank;
    uint32_t list;     /* of the word processor; 0: typed by hand */
    uint8_t list_level;
    int8_t outline;
    bool item;         /* counted as 号 */
    bool weak;         /* a heading by its looks only: numbered clauses do not stand below it */
    struct clause *clause;
};

/* A number that was looked for and does not come before this paragraph: many lines that ask the same look once. */
struct sought {
    enum label_style style;
    enum label_shape shape;
    uint32_t number;
    const struct paragraph *to;
};

struct structure {
    struct builder *b;
    struct contract *contract;
    const struct paragraph *p;
    size_t count;
    bool japanese;
    bool numbered;              /* the document numbers its clauses: headings without a number count less */
    size_t title;               /* index of the title's paragraph; count: none */
    struct level levels[STRUCTURE_DEPTH];
    size_t depth;
    struct clause *preamble, *signatures;
    struct clause *bare;        /* just opened, with neither heading nor text: the next line may be its heading */
    const struct paragraph *waiting; /* a heading in brackets on the line before its article */
    struct label article;       /* the last one, depth 0 before the first */
    struct label decimal;       /* the last 4.2 of any depth from 2 on */
    uint32_t headings;          /* clauses with a heading and no number so far */
    uint32_t top_decimal;       /* the last "4." right under the contract, an annex or a heading */
    size_t front;               /* paragraphs before the first numbered clause; 0: not known yet */
    struct sought sought;
    bool main_seen;             /* a clause of the first level was numbered: annexes may follow */
    bool failed;
};

/* ---- structure_place.c ---- */
int structure_rank(const struct label *l);
/* Decides whether this label numbers a clause here, and at which depth (index into levels) it stands. May settle the
 * style of a letter that is a Roman numeral, too. False: it is part of a sentence. */
bool structure_place(struct structure *s, struct label *l, const struct paragraph *p, size_t *depth);

/* ---- structure_number.c ---- */
/* The number to cite a clause by, in the arena of the contract; NULL when memory is out. */
const char *structure_number(const struct structure *s, size_t depth, const struct label *l, const char *written,
                             size_t len, bool item);

/* ---- structure_heading.c ---- */
/* A piece of a paragraph's text. */
struct piece {
    const char *at;
    size_t len;
};
/* （目的） or 【目的】 and nothing else: the words inside. */
bool heading_in_brackets(const char *at, size_t len, struct piece *inside);
/* Splits what follows a label into heading and prose; heading->len 0 when there is none. `high`: an article or a clause
 * of the first level, whose title may stand alone; `body`: a paragraph of its own follows it. `lead`: bold bytes at the
 * front of the text. */
void heading_split(struct piece text, bool high, bool body, uint32_t lead,
                   struct piece *heading, struct piece *prose);
/* A line that is a title by its looks: short, no sentence. */
bool heading_alone(const struct paragraph *p);
/* A line that heads a clause without a number. */
bool heading_unnumbered(const struct structure *s, const struct paragraph *p);
/* A row of a table of terms: its first cell heads the second. */
bool heading_of_row(const struct structure *s, const struct paragraph *p, struct piece *heading, struct piece *prose);
bool heading_in_numbered(const struct structure *s);
/* True if these words hold a verb of contracts: a sentence, no title. */
bool heading_has_verb(const char *at, size_t len);
/* True if the words are capitalised as in a title, small words aside. */
bool heading_is_titled(const char *at, size_t len);
/* True if all letters are capitals (and there are some). */
bool heading_is_capitals(const char *at, size_t len);

/* ---- structure_title.c ---- */
/* The index of the title's paragraph, or count. */
size_t title_find(const struct structure *s);
/* True if this line, among the signatures, is the title of a second document in the same file. */
bool title_of_another(const struct paragraph *p);
/* The kind of contract that a title names (nda, sla, ...), NULL when it names none. */
const char *title_kind(const char *at, size_t len);
bool text_is_japanese(const struct paragraph *p, size_t count);
/* "IN WITNESS WHEREOF", 以上、本契約の成立を証するため: here the parties sign. */
bool signatures_begin(const struct paragraph *p);
/* A line of a table of contents: leader dots and a page number. */
bool contents_line(const struct paragraph *p);

/* ---- structure_parties.c ---- */
bool parties_find(struct structure *s);
/* Records what a paragraph defines, if it defines something. False when memory is out. */
bool definition_find(struct structure *s, const struct paragraph *p, struct piece text);

#endif
