# Source text of values. An object that is met again inside itself becomes nil. See Protos/Serialization.

SerializationStream init := method(
    self output := "" `asMutable
    self seen := `newMap
    self
)

SerializationStream write := method(
    call evalArgs foreach(part, self output `appendSeq(part))
    self output
)

Object serialized := method(stream,
    if(stream `isNil, stream = SerializationStream clone)
    id := `getSlot("self") `uniqueId
    if(stream seen `hasKey(id),
        stream write("nil")
    ,
        stream seen `atPut(id, true)
        `getSlot("self") justSerialized(stream)
        stream seen `removeAt(id)
    )
    stream output
)

Object justSerialized := method(stream,
    stream write(self proto type, " clone do(\n")
    self serializedSlots(stream)
    stream write(")\n")
)

Object serializedSlots := method(stream, self serializedSlotsWithNames(self `slotNames, stream))

Object serializedSlotsWithNames := method(names, stream,
    if(stream `isNil, stream = SerializationStream clone)
    names `foreach(name,
        stream write("\t", name, " := ")
        self `getSlot(name) serialized(stream)
        stream write("\n")
    )
    stream output
)

List justSerialized := method(stream,
    stream write("list(")
    self `foreach(index, item,
        if(index > 0, stream write(", "))
        `getSlot("item") serialized(stream)
    )
    stream write(");")
)

Map justSerialized := method(stream,
    stream write("Map clone do(")
    self `foreach(key, value,
        stream write("atPut(", key asSimpleString, ", ")
        `getSlot("value") serialized(stream)
        stream write(");")
    )
    stream write(");")
)

Block justSerialized := method(stream, stream write(`getSlot("self") `code, "\n"))

nil justSerialized := method(stream, stream write("nil"))

true justSerialized := method(stream, stream write("true"))

false justSerialized := method(stream, stream write("false"))
