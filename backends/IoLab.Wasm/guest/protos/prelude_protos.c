/* Protos whose slots are all data or the prelude's. */
#include "table.h"

static void named(Object *self, const char *type) { data(self, "type", text_value(type)); }

static void make_unit_test(Object *self) { named(self, "UnitTest"); }
static void make_runner_mix_in(Object *self) { named(self, "RunnerMixIn"); }
static void make_file_collector(Object *self) { named(self, "FileCollector"); }

static void make_test_runner(Object *self)
{
    named(self, "TestRunner");
    data(self, "width", from_num(70));
}

static void make_directory_collector(Object *self)
{
    named(self, "DirectoryCollector");
    data(PROTO(Core), "TestSuite", from_ref(self));
}

static void make_notifier(Object *self)
{
    named(self, "Notifier");
    data(self, "listeners", vm.nil);
}

static void make_serialization_stream(Object *self)
{
    named(self, "SerializationStream");
    data(self, "seen", vm.nil);
    data(self, "output", vm.nil);
}

static Value new_map(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_ref(map_new());
}

static Prim object_prims[] = {EAGER("`newMap", new_map)};

const Proto prelude_protos[] = {
    {"RunnerMixIn", NULL, K_ANY, false, NULL, 0, make_runner_mix_in},
    {"UnitTest", "RunnerMixIn", K_ANY, false, NULL, 0, make_unit_test},
    {"TestRunner", NULL, K_ANY, false, NULL, 0, make_test_runner},
    {"FileCollector", "RunnerMixIn", K_ANY, false, NULL, 0, make_file_collector},
    {"DirectoryCollector", "RunnerMixIn", K_ANY, false, NULL, 0, make_directory_collector},
    {"Notifier", NULL, K_ANY, false, NULL, 0, make_notifier},
    {"SerializationStream", NULL, K_ANY, false, NULL, 0, make_serialization_stream},
    {"Object", NULL, K_ANY, false, TABLE(object_prims), NULL},
};
