// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/tokenizer.h"

#include "app/storage/database.h"
#include "models/text/stemmer.h"
#include "models/text/wordreader.h"

#include <sqlite3.h>

#include <memory>
#include <new>
#include <string>

namespace aside {

namespace {

using Sink = int (*)(void *context, int flags, const char *token, int size, int begin, int end);

int emitToken(Sink sink, void *context, const WordReader &reader, std::string_view token)
{
    return sink(context, 0, token.data(), static_cast<int>(token.size()), static_cast<int>(reader.begin()),
                static_cast<int>(reader.end()));
}

int tokenize(Stemmer &stemmer, std::string_view text, Sink sink, void *context)
{
    WordReader reader(text);
    int code = SQLITE_OK;
    while (code == SQLITE_OK && reader.next()) {
        code = emitToken(sink, context, reader, stemmer.stem(reader));
    }
    return code;
}

/// The last word of a prefix query is the beginning of a word, and a beginning has no stem.
int tokenizePrefix(Stemmer &stemmer, std::string_view text, Sink sink, void *context)
{
    WordReader reader(text);
    int code = SQLITE_OK;
    for (bool more = reader.next(); code == SQLITE_OK && more;) {
        const auto word = reader;
        more = reader.next();
        code = emitToken(sink, context, word, more ? stemmer.stem(word) : word.word());
    }
    return code;
}

// The four functions SQLite calls, https://sqlite.org/fts5.html#custom_tokenizers. Exceptions end here.

int createTokenizer(void *, const char **, int, Fts5Tokenizer **made)
{
    try {
        *made = reinterpret_cast<Fts5Tokenizer *>(std::make_unique<Stemmer>().release());
        return SQLITE_OK;
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

void deleteTokenizer(Fts5Tokenizer *tokenizer)
{
    const std::unique_ptr<Stemmer> owned(reinterpret_cast<Stemmer *>(tokenizer));
}

int runTokenizer(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int size, Sink sink)
{
    if (!text || size <= 0) {
        return SQLITE_OK;
    }
    try {
        auto &stemmer = *reinterpret_cast<Stemmer *>(tokenizer);
        const std::string_view whole(text, static_cast<std::size_t>(size));
        return (flags & FTS5_TOKENIZE_PREFIX) != 0 ? tokenizePrefix(stemmer, whole, sink, context)
                                                   : tokenize(stemmer, whole, sink, context);
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

/// The door to FTS5's own interface, https://sqlite.org/fts5.html#extending_fts5.
fts5_api *fts5Of(sqlite3 *handle)
{
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &prepared, nullptr) != SQLITE_OK) {
        return nullptr;
    }
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    fts5_api *api = nullptr;
    sqlite3_bind_pointer(statement.get(), 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement.get());
    return api;
}

} // namespace

Result<void> registerTokenizer(sqlite3 *handle)
{
    auto *api = fts5Of(handle);
    if (!api || api->iVersion < 2) {
        return fail(Errc::Internal, QStringLiteral("this SQLite has no FTS5"));
    }
    fts5_tokenizer functions{
        .xCreate = createTokenizer, .xDelete = deleteTokenizer, .xTokenize = runTokenizer};
    if (api->xCreateTokenizer(api, "aside", nullptr, &functions, nullptr) != SQLITE_OK) {
        return fail(Errc::Internal, QStringLiteral("the tokenizer was refused"));
    }
    return {};
}

Result<void> registerTokenizer(Database &db)
{
    return registerTokenizer(db.handle());
}

} // namespace aside
