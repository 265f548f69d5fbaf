# The values a text of JSON can hold.

JsonValue := Object clone do(
    isObject := false
    isArray := false
    isNumber := false
    isString := false
    isBoolean := false
    isJsonNull := false
)

JsonLiteral := JsonValue clone do(
    text := ""

    with := method(aText,
        literal := self clone
        literal text = aText
        literal isBoolean = aText != "null"
        literal isJsonNull = aText == "null"
        literal
    )
)

JsonLiteral null := JsonLiteral with("null")
JsonLiteral yes := JsonLiteral with("true")
JsonLiteral no := JsonLiteral with("false")

JsonNumber := JsonValue clone do(
    isNumber := true
    text := ""

    with := method(aText,
        number := self clone
        number text = aText
        number
    )
)

JsonString := JsonValue clone do(
    isString := true
    text := ""

    with := method(aText,
        string := self clone
        string text = aText
        string
    )
)

JsonArray := JsonValue clone do(
    isArray := true
    values := nil

    init := method(values = SomVector clone)

    add := method(value,
        values append(value)
        self
    )

    size := method(values size)

    get := method(index, values at(index))
)

# Finds the index of a name; the hash is its length, which is enough for the suite and the same everywhere.
HashIndexTable := Object clone do(
    slots := nil

    init := method(slots = SomArray filled(32, 0))

    add := method(name, index,
        slots atPut(slotFor(name), if(index < 255, (index + 1) & 255, 0))
    )

    # -1 when there is none.
    get := method(name, (slots at(slotFor(name)) & 255) - 1)

    slotFor := method(name, name size * 1402589 & 31)
)

JsonObject := JsonValue clone do(
    isObject := true
    names := nil
    values := nil
    table := nil

    init := method(
        names = SomVector clone
        values = SomVector clone
        table = HashIndexTable clone
    )

    add := method(name, value,
        table add(name, names size)
        names append(name)
        values append(value)
        self
    )

    size := method(names size)

    get := method(name,
        index := indexOf(name)
        if(index == -1, nil, values at(index))
    )

    indexOf := method(name,
        index := table get(name)
        if(index == -1 or names at(index) != name, Exception raise("the table does not know '" .. name .. "'"))
        index
    )
)
