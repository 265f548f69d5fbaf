/* Text to tokens. */
#ifndef IO_LEXER_H
#define IO_LEXER_H

#include "../core/seq.h"

typedef enum TokenKind {
    TOKEN_IDENTIFIER, TOKEN_NUMBER, TOKEN_HEX, TOKEN_MONO_QUOTE, TOKEN_TRI_QUOTE, TOKEN_TERMINATOR, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_COMMA,
    TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
    uint32_t start, length;
    uint32_t line;
    uint32_t end; /* byte offset just behind it: its `character` */
    uint8_t kind;
    uint8_t has_semicolon; /* of a terminator */
} Token;

typedef struct Tokens {
    Token *items;
    size_t count, cap;
    char *error; /* null: none; else what is wrong, to be freed */
} Tokens;

const char *token_kind_name(TokenKind kind);
/* Brackets are balanced and implied names are there when there is no error. Intrinsics: a backtick may begin names. */
Tokens lex(const char *text, size_t length, bool intrinsics);
/* Can it be written as one name to the left of an assignment? */
bool is_plain_name(const char *text, size_t length);
void tokens_free(Tokens *tokens);

#endif
