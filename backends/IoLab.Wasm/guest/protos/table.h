/* The protos: each is a file with a table of primitives. To add one: write the file, declare it here, add a line in table.c. */
#ifndef IO_TABLE_H
#define IO_TABLE_H

#include "../exec/control.h"

typedef struct Proto {
    const char *name;
    const char *parent;         /* comes before Object in its protos; null for none */
    Kind kind;                  /* of receivers of its primitives; K_ANY */
    bool hidden;                /* not a slot of Core */
    Prim *prims;
    size_t count;
    void (*make)(Object *self); /* data slots and the like; may be null */
} Proto;

/* Rows of tables. */
#define EAGER(n, f) {.name = n, .eager = f}
#define EAGER_LOCALS(n, f) {.name = n, .eager = f, .flags = PRIM_LOCALS}
#define EAGER_ANY(n, f) {.name = n, .eager = f, .flags = PRIM_ANY}
#define GUARDED(n, f) {.name = n, .eager = f, .flags = PRIM_GUARDED}
#define CONTROL(n, f) {.name = n, .control = f}
#define CONTROL_ANY(n, f) {.name = n, .control = f, .flags = PRIM_ANY}
#define SWITCHES(n, f) {.name = n, .control = f, .flags = PRIM_SWITCHES}
#define SWITCHES_ANY(n, f) {.name = n, .control = f, .flags = PRIM_ANY | PRIM_SWITCHES}
#define TAKES_TURNS(n, f, t) {.name = n, .control = f, .flags = PRIM_SWITCHES, .turn = t}
#define TAKES_TURNS_ANY(n, f, t) {.name = n, .control = f, .flags = PRIM_ANY | PRIM_SWITCHES, .turn = t}
#define CONTROL_TAKES(n, f, stops) {.name = n, .control = f, .consumes = stops}
#define CONTROL_LOCALS(n, f, stops) {.name = n, .control = f, .consumes = stops, .flags = PRIM_LOCALS}
#define CONTROL_PLAIN(n, f, p) {.name = n, .control = f, .plain = p}
#define TABLE(p) p, sizeof(p) / sizeof *(p)

extern const Proto object_control_proto, object_eval_proto, object_slots_proto, object_protos_proto, object_identity_proto, object_print_proto,
    object_coroutines_proto, object_handlers_proto, locals_proto, nil_proto, true_proto, false_proto, number_proto,
    sequence_proto, sequence_search_proto, sequence_join_proto, sequence_text_proto, sequence_edit_proto, list_proto, list_search_proto, list_loops_proto, map_proto, block_proto, message_proto,
    call_proto, cfunction_proto, exception_proto, resumption_proto, restart_proto, error_proto, coroutine_proto, scheduler_proto, 
    system_proto, stop_status_protos[5], importer_protos[2], future_proto, future_proxy_proto,
    prelude_protos[8], actor_protos[3], continuation_protos[3], eval_frame_protos[2], continuation_frames_proto, date_proto, file_proto, file_facts_proto, vector_protos[2],
    date_parts_proto, duration_proto, sandbox_proto, list_text_proto, list_sort_protos[2], list_cursor_protos[2], sequence_bytes_protos[2], tools_protos[4], sequence_more_proto, json_protos[3], block_text_protos[2], directory_protos[2], path_protos[2], operator_table_protos[2];

/* Makes all protos and loads the prelude. */
void world_create(void);
/* The world begins now. */
void world_begin(void);
/* The script System names as the one that was started. */
void world_point(const char *label, bool is_file);
/* System's slots that tell how the program was started. */
void world_launch(const char *label, bool is_file, char **args, int count);

/* A primitive of the tables, or null. */
const Prim *prim_named(const char *proto, const char *name);

/* A data slot of a proto. */
void data(Object *proto, const char *name, Value v);

/* Primitives that others must recognise or share. */
Request locals_forward(Control *c);
Value object_as_boolean(Value self, Args a);
Value object_set_slot(Value self, Args a);
Value object_update_slot(Value self, Args a);
Value object_self(Value self, Args a);
Request list_foreach(Control *c);
Request control_and(Control *c);
Request control_if(Control *c);
Request control_argument(Control *c);
Request control_self(Control *c);
Request control_run_and_self(Control *c);
Request control_run_and_nil(Control *c);

Value list_item_at(Value self, Args a);
Value list_at_insert(Value self, Args a);
Value list_remove_at(Value self, Args a);

/* ---- services of protos ---- */

/* The level of an operator in the table as it is at first; -1 for none. */
int operator_level(const Symbol *name);

/* Truth of what asBoolean answered. */
static inline bool judge(Value v) { return v != vm.no && v != vm.nil; }
/* A list over values. */
Value list_of(const Value *values, uint32_t count);
/* An empty list of the kind of another. */
List *list_like(List *l);
/* Where an equal value is, or -1. */
int64_t list_find(const List *l, Value v);
/* Order of any two values by kind and payload; negative, zero, positive. */
int order_values(Value a, Value b);
bool equal_values(Value a, Value b);
/* "0x..." for identity. */
Seq *unique_id(Value v);
/* The text a message without arguments such as asString would answer, or null when only a send can tell. */
Seq *plain_text(Value v, Symbol *name);
Seq *plain_summary(Value v);
/* Writes to standard output. */
void emit_seq(const Seq *s);
void emit(const char *data, size_t length);
Value run_parse(const char *text, size_t length, Symbol *label, Message *at, bool shuffled, Message **chain);
/* Cut to 40 items. */
Seq *cut_text(Seq *s);
/* For map, select ...: begins, goes on with the next item (or done with a result). */
bool each_begin(Control *c, Value result, bool live);
Request each_next_or(Control *c, Value result);
Value each_item(Control *c);
void each_add_rest(Control *c);
/* The new object for the names of map's bodies, over the sender's locals. */
Object *temporary_context(Control *c);
/* Texts of all items of op[values] go to op[texts]: true when all are there, else *request is to be answered (state 1). */
bool collect_texts(Control *c, Symbol *name, uint32_t values, uint32_t texts, Request *request);
void sort_values(Value *values, uint32_t count);
Value object_of_stop(Stop stop);
bool stop_of_object(Value v, Stop *stop);
/* The trace of an exception, as it is written for one nobody caught. */
void back_trace(Object *exception, Buffer *to);
void describe_call(Value target, const Message *m, Buffer *to);
/* Reads a file; false if that fails. */
bool read_file(const char *path, Buffer *to);
void json_of(Value v, Buffer *to);
/* The Importer as a run begins with it. */
void importer_launch(Value launch_path);
/* Closes what a program left open. */
void close_files(void);

/* ---- the scheduler ---- */

double clock_now(void);
List *run_queue(void);
void queue_first(Coroutine *c);
bool is_queued(Coroutine *c);
Request park(Control *c, uint32_t state);
Request switch_coroutine(Control *c, Coroutine *to, uint32_t state);
Coroutine *take_next_or_sleep(void);

#endif
