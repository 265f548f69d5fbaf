/* Interned names. A symbol lives as long as something refers to it. */
#ifndef IO_SYMBOL_H
#define IO_SYMBOL_H

#include "vm.h"

void symbols_init(void);
Symbol *symbol_of(const char *text, size_t length);
Symbol *symbol_of_text(const char *text);
/* The symbol of a sequence's text as UTF-8. */
Symbol *symbol_of_seq(Seq *seq);
/* The immutable sequence of a symbol. */
Value symbol_value(Symbol *symbol);
/* The symbol `set` + capitalised name, and the like: prefix and name with its first letter in upper case. */
Symbol *symbol_with_prefix(const char *prefix, const Symbol *name);
int symbol_compare(const Symbol *a, const Symbol *b);
void symbols_forget_dead(void);
void symbols_each(void (*visit)(Symbol *symbol, void *context), void *context);

#endif
