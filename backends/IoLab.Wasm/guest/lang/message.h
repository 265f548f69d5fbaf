/* Message trees: making, parsing, shuffling, printing. */
#ifndef IO_MESSAGE_H
#define IO_MESSAGE_H

#include "../core/object.h"
#include "../core/seq.h"

Message *message_new(Symbol *name);
/* At the position of another. */
Message *message_at(Symbol *name, const Message *place);
static inline uint32_t arg_count(const Message *m) { return m->args ? m->args->cap : 0; }
static inline Message *arg_at(const Message *m, uint32_t i) { return ref_of(m->args->items[i]); }
static inline bool is_terminator(const Message *m) { return m->name == SYM(semicolon); }
static inline bool has_cached(const Message *m) { return m->cached != vm.absent; }
void message_set_args(Message *m, Array *args);
void message_set_next(Message *m, Message *next);
void message_set_cached(Message *m, Value v);
/* An argument that yields a value. */
Message *message_literal(Value v);
Array *message_literals(const Value *values, uint32_t count);
/* Name, arguments, position and cached result, not the next one. */
Message *message_shallow_copy(const Message *m);
Message *message_deep_copy(const Message *m);
/* The program has changed it: compiled forms of it and of what contains it are dropped. */
void message_edited(Message *m);

/* Parses; on failure *error is what is wrong (to be freed) and the answer null. An empty text is null without an error. */
Message *parse(const char *text, size_t length, Symbol *label, bool shuffled, bool intrinsics, char **error);
/* Rewrites operators; false with an error (to be freed). */
bool shuffle(Message *chain, char **error);

/* Source text of a chain. */
void print_chain(const Message *chain, Buffer *to);

/* What a literal token yields. */
Value decode_number(const char *text, size_t length);
Value decode_hex(const char *text, size_t length);
Value decode_text(const char *text, size_t length, bool escapes);

#endif
