/* JSON: asJson of sequences, lists and maps; parseJson (io-language 5.3, 8.1). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/fail.h"
#include "../core/number.h"
#include "../exec/limits.h"
#include "table.h"

/* ---- writing ---- */

static void add_all(Seq *to, const char *text)
{
    for (; *text; text++)
        seq_add(to, *text);
}

/* In quotes; of the text's own item type and encoding. */
static Seq *quoted(const Seq *s)
{
    static const char from[] = "\b\f\n\r\t\"\\/", names[] = "bfnrt\"\\/";
    Seq *to = seq_new((ItemType)s->type, (Encoding)s->encoding, 0, true);
    seq_reserve(to, s->count + 2);
    seq_add(to, '"');
    for (uint32_t i = 0; i < s->count; i++) {
        double item = seq_get(s, i);
        const char *place = item >= 1 && item < 128 && (item < 32 || item == (int)item) ? strchr(from, (int)item) : NULL;
        if (place) {
            seq_add(to, '\\');
            seq_add(to, names[place - from]);
        } else if (!(item >= 32)) {
            char code[8];
            snprintf(code, sizeof code, "\\u%04x", item > 0 ? (unsigned)item : 0);
            add_all(to, code);
        } else {
            seq_add(to, item);
        }
    }
    seq_add(to, '"');
    return seq_slice(to, 0, to->count, false);
}

static Value seq_as_json(Value self, Args a)
{
    (void)a;
    Seq *s = ref_of(self);
    if (s->encoding != ENC_NUMBER)
        return from_ref(quoted(s));
    Buffer b = {0};
    buffer_char(&b, '[');
    for (uint32_t i = 0; i < s->count; i++) {
        char number[NUMBER_TEXT_MAX];
        if (i)
            buffer_char(&b, ',');
        buffer_add(&b, number, number_text(seq_get(s, i), number));
    }
    buffer_char(&b, ']');
    return from_ref(seq_from_buffer(&b));
}

/* What an item's asJson answered, as text; empty when it is none. */
static Seq *text_of(Value v)
{
    Seq *s = as_seq(resolve(v));
    if (!s)
        s = plain_text(v, SYM(asString));
    return s ? s : seq_from_text("");
}

/* Operands: 0 values, 1 their texts, 2 keys or nil. */
static Request as_json(Control *c)
{
    if (ctl_state(c) == 0) {
        Value self = ctl_self(c);
        List *values = list_new(0), *keys = list_new(0);
        Map *m = as_map(self);
        for (uint32_t i = 0; m && i < m->used; i++) {
            Symbol *key;
            Value v;
            if (!map_entry(m, i, &key, &v))
                continue;
            list_append(keys, symbol_value(key));
            list_append(values, v);
        }
        for (uint32_t i = 0; !m && i < ((List *)ref_of(self))->count; i++)
            list_append(values, list_at(ref_of(self), i));
        ctl_ops(c, 3);
        c->op[0] = from_ref(values);
        c->op[1] = from_ref(list_new(values->count));
        if (m)
            c->op[2] = from_ref(keys);
    }
    Request r;
    if (!collect_texts(c, symbol_of_text("asJson"), 0, 1, &r))
        return r;
    List *texts = ref_of(c->op[1]), *keys = as_list(c->op[2]);
    Seq **pieces = malloc(((size_t)texts->count * 4 + 2) * sizeof *pieces);
    if (!pieces)
        return unwinding(over_memory());
    Seq *comma = seq_from_text(","), *colon = seq_from_text(":");
    size_t count = 0;
    pieces[count++] = seq_from_text(keys ? "{" : "[");
    for (uint32_t i = 0; i < texts->count; i++) {
        if (i)
            pieces[count++] = comma;
        if (keys) {
            pieces[count++] = quoted(ref_of(list_at(keys, i)));
            pieces[count++] = colon;
        }
        pieces[count++] = text_of(list_at(texts, i));
    }
    pieces[count++] = seq_from_text(keys ? "}" : "]");
    Seq *all = seq_concat(pieces, count, false);
    free(pieces);
    return all ? done(c, from_ref(all)) : unwinding(over_memory());
}

/* ---- reading, with a stack of open lists and maps ---- */

typedef struct Open {
    Value container;
    Symbol *key;
} Open;

typedef struct Reader {
    const char *p, *end;
    Open *open;
    size_t depth, cap;
} Reader;

static void skip(Reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' || *r->p == '\r'))
        r->p++;
}

static bool take(Reader *r, char c)
{
    skip(r);
    if (r->p >= r->end || *r->p != c)
        return false;
    r->p++;
    return true;
}

static bool word(Reader *r, const char *text)
{
    size_t n = strlen(text);
    if ((size_t)(r->end - r->p) < n || memcmp(r->p, text, n) != 0)
        return false;
    r->p += n;
    return true;
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static bool four(Reader *r, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++) {
        int digit = r->p < r->end ? hex(*r->p++) : -1;
        if (digit < 0)
            return false;
        *code = *code * 16 + (uint32_t)digit;
    }
    return true;
}

static void add_character(Buffer *b, uint32_t c)
{
    Seq *one = seq_new(ITEM_UINT32, ENC_UCS4, 1, false);
    seq_put(one, 0, c);
    Text t = seq_utf8(one);
    buffer_add(b, t.data, t.length);
    text_free(&t);
}

static bool string(Reader *r, Buffer *b)
{
    static const char names[] = "bfnrt\"\\/", values[] = "\b\f\n\r\t\"\\/";
    if (!take(r, '"'))
        return false;
    buffer_add(b, "", 0);
    while (r->p < r->end && *r->p != '"') {
        char c = *r->p++;
        if ((unsigned char)c < 0x20)
            return false;
        if (c != '\\') {
            buffer_char(b, c);
            continue;
        }
        if (r->p >= r->end)
            return false;
        c = *r->p++;
        const char *place = c ? strchr(names, c) : NULL;
        uint32_t code, low;
        if (place) {
            buffer_char(b, values[place - names]);
        } else if (c != 'u' || !four(r, &code)) {
            return false;
        } else {
            if (code >= 0xD800 && code < 0xDC00 && word(r, "\\u") && four(r, &low) && low >= 0xDC00 && low < 0xE000)
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            add_character(b, code);
        }
    }
    return take(r, '"');
}

static bool number(Reader *r, Value *v)
{
    const char *start = r->p;
    if (r->p < r->end && *r->p == '-')
        r->p++;
    const char *digits = r->p;
    while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
        r->p++;
    if (r->p == digits || (*digits == '0' && r->p > digits + 1))
        return false;
    if (r->p < r->end && *r->p == '.') {
        const char *fraction = ++r->p;
        while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
            r->p++;
        if (r->p == fraction)
            return false;
    }
    if (r->p < r->end && (*r->p | 32) == 'e') {
        r->p++;
        if (r->p < r->end && (*r->p == '+' || *r->p == '-'))
            r->p++;
        const char *exponent = r->p;
        while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
            r->p++;
        if (r->p == exponent)
            return false;
    }
    size_t used;
    *v = from_num(number_parse(start, (size_t)(r->p - start), &used));
    return true;
}

static bool key(Reader *r)
{
    Buffer b = {0};
    bool ok = string(r, &b) && take(r, ':');
    if (ok)
        r->open[r->depth - 1].key = symbol_of(b.data, b.length);
    buffer_free(&b);
    return ok;
}

static void enter(Reader *r, Value container)
{
    if (r->depth == r->cap) {
        r->cap = r->cap ? r->cap * 2 : 16;
        r->open = realloc(r->open, r->cap * sizeof *r->open);
        if (!r->open)
            fail_out_of_memory();
    }
    r->open[r->depth++] = (Open){container, NULL};
}

/* A value that is not a list or map; those are entered. *done: is the value complete? */
static bool begin(Reader *r, Value *v, bool *is_done)
{
    *is_done = true;
    skip(r);
    if (r->p >= r->end)
        return false;
    if (*r->p == '"') {
        Buffer b = {0};
        bool ok = string(r, &b);
        if (ok)
            *v = text_value_n(b.data, b.length);
        buffer_free(&b);
        return ok;
    }
    if (*r->p == '[' || *r->p == '{') {
        bool is_list = *r->p++ == '[';
        *v = is_list ? from_ref(list_new(0)) : from_ref(map_new());
        if (take(r, is_list ? ']' : '}'))
            return true;
        enter(r, *v);
        *is_done = false;
        return is_list || key(r);
    }
    if (word(r, "true"))
        *v = vm.yes;
    else if (word(r, "false"))
        *v = vm.no;
    else if (word(r, "null"))
        *v = vm.nil;
    else
        return number(r, v);
    return true;
}

static bool read(Reader *r, Value *v)
{
    for (;;) {
        bool is_done;
        if (!begin(r, v, &is_done))
            return false;
        while (is_done) {
            if (r->depth == 0) {
                skip(r);
                return r->p == r->end;
            }
            Open *o = r->open + r->depth - 1;
            List *l = as_list(o->container);
            if (l)
                list_append(l, *v);
            else
                map_put(ref_of(o->container), o->key, *v);
            if (take(r, ',')) {
                if (!l && !key(r))
                    return false;
                break;
            }
            if (!take(r, l ? ']' : '}'))
                return false;
            *v = o->container;
            r->depth--;
        }
    }
}

static Value parse_json(Value self, Args a)
{
    Text t = seq_utf8(ref_of(self));
    Reader r = {.p = t.data, .end = t.data + t.length};
    Value v = vm.nil;
    bool ok = t.length && read(&r, &v), empty = t.length == 0;
    text_free(&t);
    free(r.open);
    if (empty)
        return raise_error(a.message, "Can't parse empty string.");
    return ok ? v : raise_error(a.message, "Can't parse JSON.");
}

static Prim sequence_prims[] = {EAGER("asJson", seq_as_json), EAGER("parseJson", parse_json)};
static Prim list_prims[] = {CONTROL("asJson", as_json)};
static Prim map_prims[] = {CONTROL("asJson", as_json)};

const Proto json_protos[] = {
    {"Sequence", NULL, K_SEQUENCE, false, TABLE(sequence_prims), NULL},
    {"List", NULL, K_LIST, false, TABLE(list_prims), NULL},
    {"Map", NULL, K_MAP, false, TABLE(map_prims), NULL},
};
