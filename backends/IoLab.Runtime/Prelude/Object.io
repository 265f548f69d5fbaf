# What Object does in Io. See Protos/Object/ObjectSlots.cs for the table.

Object apropos := method(keyword,
    Protos Core `foreachSlot(name, proto,
        if(`getSlot("proto") `getSlot("slotSummary") `isNil not,
            lines := `getSlot("proto") slotSummary(keyword) split("\n") rest
            if(lines `size > 0, writeln(name, "\n", lines join("\n"), "\n"))
        )
    )
    self
)
