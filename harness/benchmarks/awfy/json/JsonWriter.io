# Writes the text that is parsed: what a server of widgets might tell its client to create, to change and to listen to. About 29,000 characters.

JsonWriter := Object clone do(
    words := list("Almond", "Barley", "Cinnamon", "Dill", "Elder flower", "Fennel", "Garlic", "Hazelnut", "Iceberg lettuce", "Juniper")
    events := list("KeyDown", "KeyUp", "Modify", "MouseDown", "MouseDoubleClick", "Selection", "DefaultSelection")

    random := nil
    text := nil

    with := method(aRandom,
        writer := self clone
        writer random = aRandom
        writer text = Sequence clone
        writer
    )

    # A text with that many operations.
    write := method(count,
        text appendSeq("{\"head\":{\"requestCounter\":4},\"operations\":[")
        count repeat(i,
            if(i > 0, text appendSeq(","))
            kind := i % 8
            if(kind == 0, writeSet(i), if(kind == 4, writeListen(i), writeCreate(i)))
        )
        text appendSeq("]}")
        text asSymbol
    )

    writeCreate := method(i,
        text appendSeq("[\"create\",\"w", i, "\",\"widgets.GridItem\",{\"parent\":\"w", number(i), "\",\"index\":", i, ",\"texts\":[\"", number(118), "\"")
        4 repeat(text appendSeq(",\"", any(words), "\""))
        text appendSeq("],\"note\":\"", any(words), "\\n\\\"", any(words), "\\\"\",\"cellBackgrounds\":[null,null,")
        writeNumbers(4, 256)
        text appendSeq(",null,null,null]}]")
    )

    writeSet := method(i,
        text appendSeq("[\"set\",\"w", i, "\",{\"bounds\":")
        writeNumbers(4, 1008)
        text appendSeq(",\"children\":[],\"tabIndex\":-1,\"zoom\":", number(10), ".", number(100), "e-", number(4), ",\"visible\":", if(random next % 2 == 0, "true", "false"), "}]")
    )

    writeListen := method(i,
        text appendSeq("[\"listen\",\"w", i, "\",{\"", any(events), "\":true,\"", any(events), "\":false}]")
    )

    writeNumbers := method(count, limit,
        text appendSeq("[", number(limit))
        (count - 1) repeat(text appendSeq(",", number(limit)))
        text appendSeq("]")
    )

    number := method(limit, random next % (limit + 1))

    any := method(choices, choices at(random next % choices size))
)
