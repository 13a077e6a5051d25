/* Every verb and every option: the one place where they are described. */
#include "cli/command.h"

#include <string.h>

#define ON(option) ((option_set)1 << (option))
#define EVERYWHERE (ON(OPTION_LANG) | ON(OPTION_HELP))
#define JUDGING (ON(OPTION_POLICY) | ON(OPTION_PACKS) | ON(OPTION_AS_OF))

const struct option options[OPTION_COUNT] = {
    [OPTION_POLICY] = {"policy", 'p', "FILE",
        {"the policy, or the name of one that is shipped; default: standard",
         "方針ファイル、または同梱の方針の名前(既定: standard)"}},
    [OPTION_PACKS] = {"packs", 0, "FOLDER",
        {"look for rule packs here first", "規則パックを最初に探すフォルダー"}},
    [OPTION_OUT] = {"out", 'o', "FOLDER",
        {"write reports here: run.* and suppliers/*", "報告書の出力先(run.* と suppliers/*)"}},
    [OPTION_OUTPUT] = {"output", 0, "FORMAT[:PATH]",
        {"a report in this format, to standard output, a file, or a folder (PATH/); may be repeated; -o is short for it where "
         "a FORMAT stands in front (`kijun help formats`), else for --out; github-summary: the job summary of a GitHub workflow",
         "この形式の報告書を、標準出力・ファイル・フォルダー(パス/)に出力する。繰り返し指定できる。-o は、値の先頭が形式名なら"
         "(`kijun help formats`)この指定、それ以外は --out とみなす。github-summary: GitHubワークフローのジョブの概要"}},
    [OPTION_FORMAT] = {"format", 'f', "LIST",
        {"formats of reports, joined by commas; default with --out: html,json",
         "報告書の形式(コンマ区切り。--out 指定時の既定: html,json)"}},
    [OPTION_LANG] = {"lang", 0, "ja|en",
        {"language of messages and reports; default: that of the environment", "表示と報告書の言語(既定: 環境の言語)"}},
    [OPTION_AS_OF] = {"as-of", 0, "DATE",
        {"judge as of this day (YYYY-MM-DD); default: that of snapshot.lua in the portfolio, else today", "判定基準日(YYYY-MM-DD。既定: ポートフォリオの snapshot.lua の日付、なければ本日)"}},
    [OPTION_FAIL_ON] = {"fail-on", 0, "GRADE",
        {"exit 1 from this grade on: major, minor, observation, never; default: minor",
         "終了コード1とする区分の下限: major, minor, observation, never(既定: minor)"}},
    [OPTION_JOBS] = {"jobs", 'j', "N",
        {"worker processes; default: one per processor", "判定プロセス数(既定: プロセッサー数)"}},
    [OPTION_AUDIENCE] = {"audience", 0, "WHO",
        {"internal, or supplier: without internal scores; default: internal",
         "internal(社内用)または supplier(委託先用、社内の評点を除く。既定: internal)"}},
    [OPTION_DEADLINE] = {"deadline", 0, "SECONDS",
        {"the most time for one supplier; default: 30", "1委託先あたりの制限時間(秒。既定: 30)"}},
    [OPTION_QUIET] = {"quiet", 'q', NULL,
        {"print no summary and no progress", "要約と進行状況を表示しない"}},
    [OPTION_REGISTER] = {"register", 0, "FILE",
        {"the register of nonconformities; default: KIJUN_REGISTER in the environment",
         "不適合台帳のファイル(既定: 環境変数 KIJUN_REGISTER)"}},
    [OPTION_RE_AUDIT] = {"re-audit", 0, NULL,
        {"a finding whose check passes waits for a re-audit instead of closing",
         "判定が適合になっても、再監査が済むまで完了としない"}},
    [OPTION_SINCE] = {"since", 0, "DATE",
        {"also report what changed since this day, from the register; with list --new: first seen after it",
         "この日以降の変化も報告する(不適合台帳による)。list --new ではこの日より後に初めて検出されたもの"}},
    [OPTION_WHO] = {"who", 0, "PERSON", {"who says so; default: USER", "記録者(既定: 環境変数 USER)"}},
    [OPTION_TEXT] = {"text", 0, "TEXT", {"the cause, plan or note", "原因・計画・メモの内容"}},
    [OPTION_DUE] = {"due", 0, "DATE", {"when the plan is to be done", "計画の期限"}},
    [OPTION_SUPPLIER] = {"supplier", 0, "ID", {"only this supplier", "この委託先だけ"}},
    [OPTION_RULE] = {"rule", 0, "ID", {"only this rule", "この規則だけ"}},
    [OPTION_OWNER] = {"owner", 0, "PERSON", {"only those assigned to this person", "この担当者の分だけ"}},
    [OPTION_GRADE] = {"grade", 0, "GRADE", {"only this grade", "この区分だけ"}},
    [OPTION_STATE] = {"state", 0, "STATE",
        {"only this state: open, cause-given, plan-given, done, re-audit, accepted (by a waiver), closed",
         "この状態だけ: open, cause-given, plan-given, done, re-audit, accepted(例外承認), closed"}},
    [OPTION_KEY] = {"key", 0, "FILE", {"the secret key; its password is in the file that KIJUN_KEY_PASSWORD_FILE names",
        "秘密鍵(パスワードは KIJUN_KEY_PASSWORD_FILE が示すファイルから読む)"}},
    [OPTION_ROLLBACK] = {"rollback", 0, NULL,
        {"allow a version older than one installed before", "以前に入れたものより古いバージョンを認める"}},
    [OPTION_NEW] = {"new", 0, NULL, {"only those first seen in the last run", "直近の実行で初めて検出されたものだけ"}},
    [OPTION_OPEN] = {"open", 0, NULL, {"only those not closed", "完了していないものだけ"}},
    [OPTION_OVERDUE] = {"overdue", 0, NULL, {"only those past their due date", "期限を過ぎたものだけ"}},
    [OPTION_RECURRED] = {"recurred", 0, NULL, {"only those that came back after closing", "完了後に再発したものだけ"}},
    [OPTION_COVERAGE] = {"coverage", 0, NULL,
        {"list outcomes and lines that no example reaches", "どの例でも確かめられていない判定と行を表示する"}},
    [OPTION_UPDATE] = {"update", 0, NULL,
        {"renew: the tables of a pack's page; what examples expect, after showing the difference",
         "更新する: パックの README の表、または例の期待する判定(差分を表示してから)"}},
    [OPTION_BENCH] = {"bench", 0, NULL, {"show which rules take most time and memory", "時間とメモリを多く使う規則を表示する"}},
    [OPTION_YES] = {"yes", 0, NULL, {"write without asking", "確認せずに書き込む"}},
    [OPTION_BASELINE] = {"baseline", 0, "FILE",
        {"the findings that are known; default: .kijun-baseline", "既知の指摘を記録するファイル(既定: .kijun-baseline)"}},
    [OPTION_RATCHET] = {"ratchet", 0, NULL,
        {"fail when the baseline still names findings that are fixed, instead of removing them",
         "解消済みの指摘が残っていれば、取り除かずに失敗とする"}},
    [OPTION_CAPACITY] = {"capacity", 0, "N", {"audits a month; default: 4", "1か月に実施できる監査の件数(既定: 4)"}},
    [OPTION_MONTHS] = {"months", 0, "N", {"how many months ahead; default: 12", "計画の月数(既定: 12)"}},
    [OPTION_SAMPLE] = {"sample", 0, "PERCENT",
        {"of the room that is left, for suppliers drawn by the seed; default: 10",
         "残りの枠のうち、シードで抽出する委託先に充てる割合(%。既定: 10)"}},
    [OPTION_SEED] = {"seed", 0, "TEXT",
        {"draws the sample: the same seed draws the same suppliers", "抽出のシード。同じシードからは同じ委託先が選ばれる"}},
    [OPTION_LOCKED] = {"locked", 0, NULL,
        {"install exactly what the lock file says (default: kijun.lock)", "ロックファイル(既定: kijun.lock)のとおりに導入する"}},
    [OPTION_LETTERHEAD] = {"letterhead", 0, "FILE",
        {"who writes letters: a data-only Lua file; default: letterhead.lua in the portfolio",
         "依頼書の差出人を記したファイル(既定: ポートフォリオの letterhead.lua)"}},
    [OPTION_FULL] = {"full", 0, NULL,
        {"judge every supplier, also those that did not change since the last run", "前回から変更のない委託先も含めて、すべて判定し直す"}},
    [OPTION_RESUME] = {"resume", 0, NULL,
        {"go on with the run that was interrupted in --out, as of the same day", "--out で中断された実行を、同じ判定基準日で再開する"}},
    [OPTION_SHARD] = {"shard", 0, "K/N|auto",
        {"only the Kth of N equal shares of the suppliers, for kijun merge; auto: from the array job (Slurm, Kubernetes)",
         "委託先をN等分したうちのK番目だけを判定する(kijun merge で統合)。auto: 配列ジョブ(Slurm、Kubernetes)から決める"}},
    [OPTION_HTML] = {"html", 0, NULL, {"a page with the words marked; with -o into this file", "語句に印を付けたページを出力する(-o でファイルに保存)"}},
    [OPTION_HELP] = {"help", 'h', NULL, {"show this help", "この説明を表示する"}},
};

const struct verb verbs[] = {
    {"check", "PATH...", 1, SIZE_MAX,
     EVERYWHERE | JUDGING | ON(OPTION_OUT) | ON(OPTION_OUTPUT) | ON(OPTION_FORMAT) | ON(OPTION_FAIL_ON) | ON(OPTION_JOBS) |
         ON(OPTION_AUDIENCE) | ON(OPTION_DEADLINE) | ON(OPTION_QUIET) | ON(OPTION_FULL) | ON(OPTION_RESUME) | ON(OPTION_SHARD) |
         ON(OPTION_REGISTER) | ON(OPTION_RE_AUDIT) | ON(OPTION_SINCE),
     {"check suppliers or single contracts and report nonconformities",
      "委託先または個々の契約書を判定し、不適合を報告する"}, verb_check},
    {"merge", "SHARD-FOLDER...", 1, SIZE_MAX,
     EVERYWHERE | ON(OPTION_POLICY) | ON(OPTION_PACKS) | ON(OPTION_OUT) | ON(OPTION_FAIL_ON) | ON(OPTION_REGISTER) | ON(OPTION_QUIET),
     {"join what all shards of a run wrote (check --shard) into what one run would have written; --policy and --packs: as for the shards",
      "分割実行(check --shard)の結果をすべて統合し、1回の実行と同じ結果を書き出す(--policy と --packs の既定: 分割実行と同じ)"}, verb_merge},
    {"rules", NULL, 0, 0,
     EVERYWHERE | ON(OPTION_POLICY) | ON(OPTION_PACKS) | ON(OPTION_FORMAT) | ON(OPTION_SUPPLIER) | ON(OPTION_DEADLINE),
     {"list the rules of a policy with grades, parameters and where each comes from; --supplier: for this folder or file",
      "方針に含まれる規則と、その区分・パラメーター・設定元を一覧する(--supplier: この委託先のフォルダーまたはファイルの場合)"}, verb_rules},
    {"test", "[PACK] [RULE]", 0, 2,
     EVERYWHERE | ON(OPTION_POLICY) | ON(OPTION_PACKS) | ON(OPTION_QUIET) | ON(OPTION_COVERAGE) | ON(OPTION_BENCH) |
         ON(OPTION_UPDATE) | ON(OPTION_YES),
     {"run the examples inside the rules of a pack or policy as tests",
      "規則パックまたは方針に含まれる規則の例をテストとして実行する"}, verb_test},
    {"lint", "PACK", 1, 1, EVERYWHERE | ON(OPTION_PACKS) | ON(OPTION_QUIET),
     {"find what will bite later in a rule pack, and say what to do", "規則パックの、後で問題になる箇所を見つけて対処方法を示す"}, verb_lint},
    {"doc", "PACK", 1, 1, EVERYWHERE | ON(OPTION_PACKS) | ON(OPTION_OUT) | ON(OPTION_FORMAT) | ON(OPTION_UPDATE) | ON(OPTION_QUIET),
     {"write the documentation of a rule pack from its rules (--format html,markdown; --out, default: doc)",
      "規則パックの説明書を規則から作成する(--format html,markdown、--out の既定: doc)"}, verb_doc},
    {"explain", "RULE [SUPPLIER]", 1, 2, EVERYWHERE | JUDGING | ON(OPTION_DEADLINE),
     {"explain a rule, and what it read and why it decided so for a supplier (a folder or file)",
      "規則の内容と、委託先(フォルダーまたはファイル)について何を参照しなぜその判定になったかを説明する"}, verb_explain},
    {"dump", "PATH", 1, 1, EVERYWHERE | ON(OPTION_DEADLINE),
     {"show the documents as the rules see them, as JSON", "規則から見た文書の内容をJSONで表示する"}, verb_dump},
    {"recognise", "FILE...", 1, SIZE_MAX, EVERYWHERE | JUDGING | ON(OPTION_FORMAT) | ON(OPTION_HTML) | ON(OPTION_OUT) | ON(OPTION_DEADLINE),
     {"show which clauses and terms are recognised (--format text, json or html; --html; -o FILE)",
      "認識された条項と取決め値を表示する(--format text, json, html。--html。-o ファイル)"}, verb_recognise},
    {"convert", "FILE", 1, 1, EVERYWHERE | JUDGING | ON(OPTION_OUT) | ON(OPTION_DEADLINE),
     {"write a contract as XML with what was recognised declared, to correct and keep (-o FILE)",
      "契約書を、認識した内容を宣言したXMLに変換する(確認・修正して保管するため。-o ファイル)"}, verb_convert},
    {"schema", NULL, 0, 0, EVERYWHERE, {"print the XML schema (XSD) for editors", "エディター用のXMLスキーマ(XSD)を出力する"},
     verb_schema},
    {"pack", "ACTION [FILE]", 1, 2,
     EVERYWHERE | ON(OPTION_OUT) | ON(OPTION_KEY) | ON(OPTION_ROLLBACK) | ON(OPTION_AS_OF) | ON(OPTION_QUIET) | ON(OPTION_LOCKED),
     {"rule packs: new, definitions, key, build, sign, verify, install, update, lock, list, trust, revoke",
      "規則パック: new, definitions, key, build, sign, verify, install, update, lock, list, trust, revoke"}, verb_pack},
    {"register", "ACTION [FINDING]", 1, 3,
     EVERYWHERE | ON(OPTION_REGISTER) | ON(OPTION_FORMAT) | ON(OPTION_WHO) | ON(OPTION_TEXT) | ON(OPTION_DUE) |
         ON(OPTION_SUPPLIER) | ON(OPTION_RULE) | ON(OPTION_OWNER) | ON(OPTION_GRADE) | ON(OPTION_STATE) | ON(OPTION_NEW) |
         ON(OPTION_OPEN) | ON(OPTION_OVERDUE) | ON(OPTION_RECURRED) | ON(OPTION_SINCE) | ON(OPTION_AS_OF),
     {"the register of nonconformities: list, runs, show, history, note, cause, plan, done, reaudit, assign, export, import, verify, backup",
      "不適合台帳: list, runs, show, history, note, cause, plan, done, reaudit, assign, export, import, verify, backup"}, verb_register},
    {"letters", "PATH...", 1, SIZE_MAX,
     EVERYWHERE | JUDGING | ON(OPTION_OUT) | ON(OPTION_FORMAT) | ON(OPTION_JOBS) | ON(OPTION_DEADLINE) | ON(OPTION_QUIET) |
         ON(OPTION_REGISTER) | ON(OPTION_LETTERHEAD),
     {"write to each supplier with findings and ask for corrective action (--format letter, letter-html)",
      "指摘のある委託先ごとに是正処置依頼書を作成する(--format letter, letter-html)"}, verb_letters},
    {"baseline", "ACTION PATH...", 2, SIZE_MAX,
     EVERYWHERE | JUDGING | ON(OPTION_BASELINE) | ON(OPTION_RATCHET) | ON(OPTION_FAIL_ON) | ON(OPTION_JOBS) | ON(OPTION_DEADLINE),
     {"write: take today's findings for known; check: fail only for new ones",
      "write: 現在の指摘を既知として記録する。check: 新しい指摘だけを失敗とする"}, verb_baseline},
    {"plan", "PATH...", 1, SIZE_MAX,
     EVERYWHERE | JUDGING | ON(OPTION_FORMAT) | ON(OPTION_JOBS) | ON(OPTION_DEADLINE) | ON(OPTION_REGISTER) |
         ON(OPTION_CAPACITY) | ON(OPTION_MONTHS) | ON(OPTION_SAMPLE) | ON(OPTION_SEED),
     {"propose whom to audit, when and how (--format text, csv, json, ics)",
      "監査の対象・時期・方法を提案する(--format text, csv, json, ics)"}, verb_plan},
    {"audit-pack", "PATH...", 1, SIZE_MAX,
     EVERYWHERE | JUDGING | ON(OPTION_REGISTER) | ON(OPTION_SINCE) | ON(OPTION_OUT) | ON(OPTION_JOBS) | ON(OPTION_DEADLINE) |
         ON(OPTION_QUIET),
     {"write what a surveillance audit asks for: risks assessed again, audits promised and held, findings and their closure since a day "
      "(--out, default: audit-pack)",
      "サーベイランス審査用資料を作成する: 指定日より後のリスク再評価、監査の約束と実施、指摘事項とその完了(--out の既定: audit-pack)"}, verb_audit_pack},
    {"completion", "SHELL", 1, 1, EVERYWHERE,
     {"print the completion for bash, zsh or fish", "bash・zsh・fish用の補完スクリプトを出力する"}, verb_completion},
    {"manual", NULL, 0, 0, EVERYWHERE, {"print the manual page, for man(1)", "マニュアルページ(man用)を出力する"}, verb_manual},
    {"version", NULL, 0, 0, EVERYWHERE, {"print the version", "バージョンを表示する"}, verb_version},
    {"help", "[COMMAND]", 0, 1, EVERYWHERE, {"explain a command; `help formats`: list the formats of reports",
      "コマンドの使い方を表示する(`help formats`: 報告書の形式の一覧)"}, verb_help},
    {NULL, NULL, 0, 0, 0, {NULL, NULL}, NULL},
};

const struct verb *verb_named(const char *name)
{
    for (const struct verb *v = verbs; v->name; v++)
        if (strcmp(v->name, name) == 0)
            return v;
    return NULL;
}

bool verb_takes(const struct verb *v, int id)
{
    return v->options >> id & 1;
}
