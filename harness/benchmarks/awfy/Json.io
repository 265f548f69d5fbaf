# Parses a text of JSON, which is made before the clock runs, character by character. The result is the number of its operations.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Random.io som/Vector.io json/JsonValue.io json/JsonParser.io json/JsonWriter.io
# expect: 156

benchmark := SomBenchmark clone do(
    text := ""

    setup := method(text = JsonWriter with(SomRandom clone) write(156))

    turn := method(
        parsed := JsonParser with(text) parse
        if(parsed isObject not, Exception raise("not an object"))
        if(parsed get("head") isObject not, Exception raise("the head is not an object"))
        if(parsed get("operations") isArray not, Exception raise("the operations are not an array"))
        parsed get("operations") size
    )
)
