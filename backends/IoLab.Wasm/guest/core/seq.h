/* Sequences: arrays of items of one of ten types, with an encoding. */
#ifndef IO_SEQ_H
#define IO_SEQ_H

#include "gc.h"

typedef enum ItemType {
    ITEM_UINT8, ITEM_UINT16, ITEM_UINT32, ITEM_UINT64, ITEM_INT8, ITEM_INT16, ITEM_INT32, ITEM_INT64, ITEM_FLOAT32, ITEM_FLOAT64,
    ITEM_TYPE_COUNT
} ItemType;

typedef enum Encoding { ENC_ASCII, ENC_UTF8, ENC_UCS2, ENC_UCS4, ENC_NUMBER, ENCODING_COUNT } Encoding;

/* UTF-8 that may have been made for the purpose. */
typedef struct Text {
    const char *data;
    size_t length;
    char *owned;
} Text;

void text_free(Text *text);

/* A growing buffer outside the heap. */
typedef struct Buffer {
    char *data;
    size_t length, cap;
} Buffer;

void buffer_add(Buffer *b, const void *data, size_t length);
void buffer_text(Buffer *b, const char *text);
void buffer_char(Buffer *b, char c);
void buffer_format(Buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_free(Buffer *b);

uint32_t item_size(ItemType type);
const char *item_type_name(ItemType type);
const char *encoding_name(Encoding encoding);
bool item_type_named(const char *name, ItemType *type);
bool encoding_named(const char *name, Encoding *encoding);

static inline uint8_t *seq_data(const Seq *s) { return s->bytes ? s->bytes->data : NULL; }
static inline bool seq_is_mutable(const Seq *s) { return (s->o.h.flags & F_MUTABLE) != 0; }
static inline size_t seq_bytes(const Seq *s) { return (size_t)s->count * item_size((ItemType)s->type); }

/* Zeroed items. */
Seq *seq_new(ItemType type, Encoding encoding, uint32_t count, bool is_mutable);
/* Decodes: the encoding is that of the widest character. Invalid bytes make it raw bytes. */
Seq *seq_from_utf8(const char *text, size_t length);
/* Raw bytes. */
Seq *seq_from_bytes(const void *data, size_t length);
Seq *seq_from_text(const char *text);
/* The buffer's text, decoded; frees the buffer. */
Seq *seq_from_buffer(Buffer *b);

/* Without what is behind the point; not-a-number is 0, what does not fit the number nearest to it. */
int64_t whole_saturated(double d);
double seq_get(const Seq *s, uint32_t i);
void seq_put(Seq *s, uint32_t i, double item);
Text seq_utf8(const Seq *s);
int seq_compare(const Seq *a, const Seq *b);
bool seq_equal(const Seq *a, const Seq *b);
void seq_copy(Seq *to, const Seq *from);
/* A new one with the items converted; of UTF-8 that becomes ucs2 or ucs4 the characters. */
Seq *seq_convert(const Seq *s, ItemType type, Encoding encoding, bool is_mutable);
Seq *seq_slice(const Seq *s, uint32_t from, uint32_t count, bool is_mutable);
/* All pieces, as wide as the widest; null when it would be too large. */
Seq *seq_concat(Seq *const *pieces, size_t count, bool is_mutable);
/* Both, with the type and encoding of the left one unless it is narrower; immutable. Null when it would be too large. */
Seq *seq_join(const Seq *left, const Seq *right);
/* Room for as many items; mutable ones only. */
void seq_reserve(Seq *s, uint32_t count);
/* Changes the count; new items are zero. */
void seq_resize(Seq *s, uint32_t count);
/* Makes it wide enough for another's items, whose encoding it then has. */
void seq_widen(Seq *s, const Seq *for_items);
/* Replaces count items by others; the sequence widens if need be. */
void seq_splice(Seq *s, uint32_t at, uint32_t count, const Seq *by);
void seq_append(Seq *s, const Seq *other);
/* Adds an item to a mutable one. */
void seq_add(Seq *s, double item);
/* Replaces contents, type and encoding by another's. */
void seq_take(Seq *s, const Seq *other);
/* First place of an equal stretch at or after from, or -1. */
int64_t seq_find(const Seq *s, const Seq *sought, uint32_t from);
/* A mutable copy with quotes, backslashes and control characters written as escapes. */
Seq *seq_escape(const Seq *s);
/* In double quotes, special characters escaped. */
Seq *seq_quote(const Seq *s);
/* Is the text equal to this UTF-8? */
bool seq_is(const Seq *s, const char *text);

#endif
