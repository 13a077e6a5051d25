/* The reader of spreadsheets as text: separators, quotes, encodings, and what becomes of the words in the cells. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    fuzz_mapping("return { { layout = \"caiq\", date = \"2026-02-10\" }, { columns = { question = { \"ID\", \"番号\" }, answer = { \"Answer\", \"回答\" }, "
                 "answered = \"回答日\" } }, { header = 0, date = \"C1\", columns = { question = \"A\", answer = \"B\", evidence = \"D\", "
                 "evidence_date = \"E\", type = \"F\" } } }");
    fuzz_document("x.csv", at, len);
    return 0;
}
