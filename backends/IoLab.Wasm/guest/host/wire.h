/* Frames over standard input and output, and their fields, as docs/wasm.md describes them. */
#ifndef IO_WIRE_H
#define IO_WIRE_H

#include "../core/seq.h"

/* What a frame says: requests of the host, then the guest's words. */
typedef enum WordKind {
    WORD_START = 1, WORD_RUN, WORD_RESET, WORD_RUN_AFRESH, WORD_PREPARE, WORD_SETTLE, WORD_MEASURE, WORD_RELEASE, WORD_CANCEL, WORD_INPUT,
    WORD_COMMAND_RAN,
    WORD_HELLO = 64, WORD_DONE, WORD_REFUSED, WORD_RESULT, WORD_SAMPLE, WORD_FAILED, WORD_CANCELLED, WORD_FAULT, WORD_OUTPUT, WORD_ERROR,
    WORD_INPUT_WANTED, WORD_COMMAND_WANTED
} WordKind;

enum { PROTOCOL_MAGIC = 0x574c4f49, PROTOCOL_VERSION = 4, FRAME_HEADER = 5 };

/* The fields of a frame that are still to be read. Once one is not what it should be, all that follow are zero. */
typedef struct Wire {
    const uint8_t *at, *end;
    bool is_bad;
} Wire;

bool wire_flag(Wire *w);
int32_t wire_int(Wire *w);
int64_t wire_long(Wire *w);
double wire_double(Wire *w);
/* UTF-8 with a zero behind; to be freed. */
char *wire_text(Wire *w, size_t *length);
/* A text or null. */
char *wire_optional_text(Wire *w);
/* How many items follow, each of at least so many bytes. */
uint32_t wire_count(Wire *w, size_t item_size);

/* The header of a frame; false at the end of the input. */
bool frame_header(uint8_t *kind, uint32_t *length);
/* So many bytes of its payload; false at the end of the input. */
bool frame_bytes(void *to, size_t length);

/* One frame is being made at a time. */
void frame_begin(WordKind kind);
void put_flag(bool flag);
void put_int(int32_t value);
void put_long(int64_t value);
void put_double(double value);
void put_bytes(const void *data, size_t length);
/* UTF-8; what is not valid becomes U+FFFD; a text longer than a million characters is cut. */
void put_text(const char *text, size_t length);
void put_optional_text(const char *text, size_t length, bool is_there);
void frame_send(void);

#endif
