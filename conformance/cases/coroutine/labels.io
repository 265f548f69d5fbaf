# A label begins with what was set and ends with the identity; typeId has both type and identity.
c := Coroutine clone
writeln(c label == c uniqueId)
c setLabel("mine")
writeln(c label beginsWithSeq("mine_"), c label endsWithSeq(c uniqueId), c typeId beginsWithSeq("Coroutine_0x"))
