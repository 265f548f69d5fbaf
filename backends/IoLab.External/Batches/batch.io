method(token,
    input := File standardInput
    output := File standardOutput

    # What a program changes in the library, the next one must not see.
    remember := method(object,
        slots := Map clone
        object slotNames foreach(name, slots atPut(name, list(object getLocalSlot(name))))
        list(object, slots)
    )
    restore := method(object, slots,
        object slotNames foreach(name, if(slots hasKey(name) not, object removeSlot(name)))
        slots foreach(name, value,
            if(object hasLocalSlot(name) and(object getLocalSlot(name) isIdenticalTo(value at(0))), continue)
            object setSlot(name, value at(0))
        )
    )
    remembered := list(Lobby, Protos, Protos Core) map(object, remember(object))
    Protos Core slotNames foreach(name, remembered append(remember(Protos Core getSlot(name))))
    operators := OperatorTable operators clone
    assignments := OperatorTable assignOperators clone

    writeln("\n", token, " ready")
    output flush
    while(line := input readLine,
        source := doString(line)
        writeln(token, " begin")
        error := try(Lobby doString(source, "doString"))
        writeln("\n", token, " end")
        if(error, writeln(error type, "\n", error error asString))
        writeln("\n", token, " done")
        output flush
        remembered foreach(one, restore(one at(0), one at(1)))
        OperatorTable operators = operators clone
        OperatorTable assignOperators = assignments clone
        Scheduler yieldingCoros empty
    )
) call("$TOKEN$")
