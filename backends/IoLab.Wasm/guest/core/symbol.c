/* The table of symbols: chained buckets; its references are weak. */
#include "symbol.h"

#include <stdlib.h>

#include "fail.h"
#include "gc.h"
#include "seq.h"

static struct {
    Symbol **buckets;
    uint32_t size; /* a power of two */
    uint32_t count;
} table;

static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)text[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static void grow(void)
{
    uint32_t size = table.size ? table.size * 2 : 4096;
    Symbol **buckets = calloc(size, sizeof *buckets);
    if (!buckets)
        fail_out_of_memory();
    for (uint32_t i = 0; i < table.size; i++) {
        for (Symbol *s = table.buckets[i], *next; s; s = next) {
            next = s->next;
            s->next = buckets[s->hash & (size - 1)];
            buckets[s->hash & (size - 1)] = s;
        }
    }
    free(table.buckets);
    table.buckets = buckets;
    table.size = size;
}

Symbol *symbol_of(const char *text, size_t length)
{
    if (table.count >= table.size)
        grow();
    if (!length)
        text = "";
    uint32_t hash = hash_of(text, length);
    for (Symbol *s = table.buckets[hash & (table.size - 1)]; s; s = s->next) {
        if (s->hash == hash && s->length == length && memcmp(s->text, text, length) == 0)
            return s;
    }
    Symbol *s = gc_alloc_old(sizeof(Symbol) + length + 1, K_SYMBOL);
    s->hash = hash;
    s->epoch = 1;
    s->length = (uint32_t)length;
    memcpy(s->text, text, length);
    s->next = table.buckets[hash & (table.size - 1)];
    table.buckets[hash & (table.size - 1)] = s;
    table.count++;
    return s;
}

Symbol *symbol_of_text(const char *text) { return symbol_of(text, strlen(text)); }

Symbol *symbol_of_seq(Seq *seq)
{
    if (seq->symbol)
        return seq->symbol;
    Symbol *s;
    if (seq->type == ITEM_UINT8 && seq->encoding != ENC_NUMBER) {
        s = symbol_of((const char *)seq_data(seq), seq->count);
    } else {
        Text text = seq_utf8(seq);
        s = symbol_of(text.data, text.length);
        text_free(&text);
    }
    if (!(seq->o.h.flags & F_MUTABLE)) {
        seq->symbol = s;
        gc_wrote(seq);
    }
    return s;
}

Value symbol_value(Symbol *symbol)
{
    if (!symbol->seq) {
        Seq *seq = seq_from_utf8(symbol->text, symbol->length);
        symbol->seq = seq;
        seq->symbol = symbol;
        gc_wrote(symbol);
        gc_wrote(seq);
    }
    return from_ref(symbol->seq);
}

Symbol *symbol_with_prefix(const char *prefix, const Symbol *name)
{
    size_t before = strlen(prefix);
    char *text = malloc(before + name->length + 1);
    if (!text)
        fail_out_of_memory();
    memcpy(text, prefix, before);
    memcpy(text + before, name->text, name->length);
    if (name->length && text[before] >= 'a' && text[before] <= 'z')
        text[before] = (char)(text[before] - 32);
    Symbol *symbol = symbol_of(text, before + name->length);
    free(text);
    return symbol;
}

int symbol_compare(const Symbol *a, const Symbol *b)
{
    uint32_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, shorter);
    return order ? order : a->length < b->length ? -1 : a->length > b->length;
}

void symbols_forget_dead(void)
{
    for (uint32_t i = 0; i < table.size; i++) {
        for (Symbol **place = &table.buckets[i]; *place;) {
            if ((*place)->h.gc & GC_MARK) {
                place = &(*place)->next;
            } else {
                *place = (*place)->next;
                table.count--;
            }
        }
    }
}

void symbols_each(void (*visit)(Symbol *symbol, void *context), void *context)
{
    for (uint32_t i = 0; i < table.size; i++) {
        for (Symbol *s = table.buckets[i]; s; s = s->next)
            visit(s, context);
    }
}

void symbols_init(void)
{
    grow();
#define X(n) vm.symbols[S_##n] = symbol_of_text(#n);
    WELL_KNOWN_NAMES(X)
#undef X
    static const struct {
        SymbolId id;
        const char *text;
    } others[] = {
        {S_empty, ""}, {S_semicolon, ";"}, {S_unnamed, "[unnamed]"}, {S_if, "if"}, {S_while, "while"}, {S_for, "for"}, {S_loop, "loop"},
        {S_return, "return"}, {S_break, "break"}, {S_continue, "continue"}, {S_and, "and"}, {S_or, "or"}, {S_prelude, "prelude"},
        {S_actorQueue, "actorQueue"}, {S_actorCoroutine, "actorCoroutine"}, {S_waitingCoros, "waitingCoros"}, {S_isDone, "`isDone"},
        {S_proxy, "`proxy"}, {S_future, "`future"}, {S_forwardProxy, "_forward"}, {S_declined, "`declined"}, {S_atInsertSeq, "atInsertSeq"},
        {S_doString, "doString"}, {S_repeat, "repeat"}, {S_foreach, "foreach"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        vm.symbols[others[i].id] = symbol_of_text(others[i].text);
}
