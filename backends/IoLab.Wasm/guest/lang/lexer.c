#include "lexer.h"

#include <stdio.h>
#include <stdlib.h>

#include "../core/fail.h"

typedef struct Lexer {
    const char *text;
    size_t length, at;
    size_t valid; /* where the first byte is that cannot be source */
    uint32_t line;
    bool intrinsics;
    Tokens out;
    Token last; /* not a terminator */
    bool has_last;
    bool last_is_symbol;
    uint32_t *brackets;
    size_t depth, bracket_cap;
} Lexer;

const char *token_kind_name(TokenKind kind)
{
    static const char *const names[TOKEN_KIND_COUNT] = {
        "Identifier", "Number", "HexNumber", "MonoQuote", "TriQuote", "Terminator", "OpenParen", "CloseParen", "Comma",
    };
    return names[kind];
}

void tokens_free(Tokens *tokens)
{
    free(tokens->items);
    free(tokens->error);
    *tokens = (Tokens){0};
}

/* ---- characters ---- */

static bool is_separator(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_operator(char c) { return c && strchr(":'~!@$%^&*-+=|\\<>?/", c); }

static bool is_identifier(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '.' || c == ':' || (unsigned char)c >= 0x80;
}

bool is_plain_name(const char *text, size_t length)
{
    if (length == 0 || is_digit(text[0]) || is_operator(text[0]))
        return false;
    for (size_t i = 0; i < length; i++) {
        if (!is_identifier(text[i]))
            return false;
    }
    return true;
}

static bool is_hex_tail(char c) { return is_identifier(c) ? (unsigned char)c < 0x80 : is_operator(c); }

static char peek(const Lexer *x, size_t ahead) { return x->at + ahead < x->valid ? x->text[x->at + ahead] : 0; }

/* The first byte that is NUL or no UTF-8. */
static size_t first_invalid(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length) {
        unsigned char b = (unsigned char)text[i];
        if (b == 0)
            return i;
        size_t n = b < 0x80 ? 1 : b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
        if (n == 0 || i + n > length)
            return i;
        for (size_t k = 1; k < n; k++) {
            if (((unsigned char)text[i + k] & 0xC0) != 0x80)
                return i;
        }
        i += n;
    }
    return length;
}

/* ---- tokens ---- */

static void fail_at(Lexer *x, const char *what)
{
    if (x->out.error)
        return;
    if (x->valid < x->length && x->at >= x->valid)
        what = "Syntax error near this location";
    uint32_t line = x->out.count ? x->out.items[x->out.count - 1].line : x->line;
    uint32_t end = x->out.count ? x->out.items[x->out.count - 1].end : 0;
    size_t size = strlen(what) + 64;
    x->out.error = malloc(size);
    if (!x->out.error)
        fail_out_of_memory();
    snprintf(x->out.error, size, "\"%s\" on line %u character %u", what, (unsigned)line, (unsigned)end);
}

static void add(Lexer *x, Token token)
{
    Tokens *out = &x->out;
    if (out->count == out->cap) {
        out->cap = out->cap ? out->cap * 2 : 64;
        out->items = realloc(out->items, out->cap * sizeof *out->items);
        if (!out->items)
            fail_out_of_memory();
    }
    out->items[out->count++] = token;
    if (token.kind != TOKEN_TERMINATOR) {
        x->last = token;
        x->has_last = true;
    }
}

static void take(Lexer *x, TokenKind kind, size_t length)
{
    uint32_t start = (uint32_t)x->at;
    x->at += length;
    if (kind == TOKEN_MONO_QUOTE || kind == TOKEN_TRI_QUOTE) {
        for (size_t i = start; i < x->at; i++)
            x->line += x->text[i] == '\n';
    }
    add(x, (Token){start, (uint32_t)length, x->line, (uint32_t)x->at, (uint8_t)kind, 0});
}

/* Skips a backslash, separators and a newline, if that is what stands here. */
static bool skip_continuation(Lexer *x)
{
    size_t end = x->at + 1;
    while (end < x->valid && is_separator(x->text[end]))
        end++;
    if (end >= x->valid || x->text[end] != '\n')
        return false;
    x->at = end + 1;
    x->line++;
    return true;
}

static void skip_block_comment(Lexer *x)
{
    uint32_t depth = 0;
    while (x->at < x->valid) {
        char c = x->text[x->at], next = peek(x, 1);
        if (c == '\n')
            x->line++;
        if (c == '/' && next == '*') {
            depth++;
            x->at += 2;
        } else if (c == '*' && next == '/') {
            x->at += 2;
            if (--depth == 0)
                return;
        } else {
            x->at++;
        }
    }
    fail_at(x, "unterminated comment");
}

/* Skips what is no token; a run of terminators is one, which begins at the first. */
static void skip(Lexer *x)
{
    Token terminator = {0};
    bool found = false, in_run = false;
    while (x->at < x->valid && !x->out.error) {
        char c = x->text[x->at];
        if (is_separator(c)) {
            x->at++;
        } else if (c == '\n' || c == ';') {
            if (!found)
                terminator = (Token){(uint32_t)x->at, 1, x->line, 0, TOKEN_TERMINATOR, 0};
            if (c == ';')
                terminator.has_semicolon = 1;
            else
                x->line++;
            x->at++;
            if (!found || in_run) {
                terminator.end = (uint32_t)x->at;
                terminator.line = x->line;
            }
            found = in_run = true;
            continue;
        } else if (c == '#' || (c == '/' && peek(x, 1) == '/')) {
            while (x->at < x->valid && x->text[x->at] != '\n')
                x->at++;
            in_run = false;
        } else if (c == '/' && peek(x, 1) == '*') {
            skip_block_comment(x);
            in_run = false;
        } else if (c != '\\' || !skip_continuation(x)) {
            break;
        }
        if (in_run)
            terminator.end = (uint32_t)x->at;
    }
    if (found && !x->out.error) {
        add(x, terminator);
        x->last_is_symbol = false;
    }
}

static size_t run(const Lexer *x, size_t from, bool (*is)(char))
{
    while (x->at + from < x->valid && is(x->text[x->at + from]))
        from++;
    return from;
}

/* The length of the decimal number that starts here; 0 if there is none. */
static size_t number_length(const Lexer *x)
{
    size_t length = run(x, 0, is_digit);
    if (peek(x, length) == '.') {
        size_t end = run(x, length + 1, is_digit);
        if (end == length + 1)
            return 0;
        length = end;
    }
    if (peek(x, length) == 'e' || peek(x, length) == 'E') {
        char sign = peek(x, length + 1);
        size_t digits = length + (sign == '+' || sign == '-' ? 2 : 1);
        size_t end = run(x, digits, is_digit);
        return end == digits ? 0 : end;
    }
    return length;
}

static void quote(Lexer *x)
{
    if (peek(x, 1) == '"' && peek(x, 2) == '"') {
        for (size_t i = 3; x->at + i + 2 < x->valid; i++) {
            if (memcmp(x->text + x->at + i, "\"\"\"", 3) == 0) {
                take(x, TOKEN_TRI_QUOTE, i + 3);
                return;
            }
        }
    } else {
        for (size_t i = 1; x->at + i < x->valid; i++) {
            char c = x->text[x->at + i];
            if (c == '"') {
                take(x, TOKEN_MONO_QUOTE, i + 1);
                return;
            }
            if (c == '\\')
                i++;
        }
    }
    x->at = x->valid;
    fail_at(x, "unterminated quote");
}

static bool is_intrinsic(char c) { return c == '`' || is_identifier(c); }

static void symbol(Lexer *x)
{
    char c = x->text[x->at];
    if (is_digit(c) || c == '.') {
        if (c == '0' && (peek(x, 1) | 0x20) == 'x' && is_hex_tail(peek(x, 2))) {
            take(x, TOKEN_HEX, run(x, 3, is_hex_tail));
            return;
        }
        size_t length = number_length(x);
        if (length) {
            take(x, TOKEN_NUMBER, length);
            return;
        }
    }
    if (is_operator(c))
        take(x, TOKEN_IDENTIFIER, run(x, 1, is_operator));
    else if (is_identifier(c) || (c == '`' && x->intrinsics))
        take(x, TOKEN_IDENTIFIER, run(x, 1, x->intrinsics ? is_intrinsic : is_identifier));
    else if (c == '"')
        quote(x);
    else
        fail_at(x, "Syntax error near this location");
}

/* ---- brackets ---- */

static char closing(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

static void check_argument(Lexer *x)
{
    if (x->has_last && (x->last.kind == TOKEN_COMMA || x->last.kind == TOKEN_OPEN))
        fail_at(x, "missing argument in argument list");
}

static void fail_unmatched(Lexer *x)
{
    char open = x->text[x->brackets[x->depth - 1]];
    char what[] = "unmatched ()s";
    what[10] = open;
    what[11] = closing(open);
    fail_at(x, what);
}

static void open_bracket(Lexer *x)
{
    char c = x->text[x->at];
    if (!x->last_is_symbol || c != '(')
        add(x, (Token){(uint32_t)x->at, 0, x->line, (uint32_t)x->at, TOKEN_IDENTIFIER, 0});
    if (x->depth == x->bracket_cap) {
        x->bracket_cap = x->bracket_cap ? x->bracket_cap * 2 : 32;
        x->brackets = realloc(x->brackets, x->bracket_cap * sizeof *x->brackets);
        if (!x->brackets)
            fail_out_of_memory();
    }
    x->brackets[x->depth++] = (uint32_t)x->at;
    take(x, TOKEN_OPEN, 1);
    x->last_is_symbol = false;
}

static void close_bracket(Lexer *x)
{
    if (x->depth == 0) {
        fail_at(x, "Syntax error near this location");
        return;
    }
    if (x->text[x->at] != closing(x->text[x->brackets[x->depth - 1]])) {
        fail_unmatched(x);
        return;
    }
    if (x->last.kind == TOKEN_COMMA)
        check_argument(x);
    x->depth--;
    take(x, TOKEN_CLOSE, 1);
    x->last_is_symbol = false;
}

static void next(Lexer *x)
{
    switch (x->text[x->at]) {
    case '(':
    case '[':
    case '{':
        open_bracket(x);
        break;
    case ')':
    case ']':
    case '}':
        close_bracket(x);
        break;
    case ',':
        if (x->depth)
            check_argument(x);
        take(x, TOKEN_COMMA, 1);
        x->last_is_symbol = false;
        break;
    default:
        symbol(x);
        x->last_is_symbol = true;
        break;
    }
}

Tokens lex(const char *text, size_t length, bool intrinsics)
{
    Lexer x = {.text = text, .length = length, .valid = first_invalid(text, length), .line = 1, .intrinsics = intrinsics};
    for (;;) {
        skip(&x);
        if (x.out.error || x.at >= x.valid)
            break;
        next(&x);
        if (x.out.error)
            break;
    }
    if (!x.out.error && x.valid < x.length)
        fail_at(&x, "Syntax error near this location");
    if (!x.out.error && x.depth) {
        if (x.last.kind == TOKEN_COMMA)
            check_argument(&x);
        fail_unmatched(&x);
    }
    free(x.brackets);
    return x.out;
}
