# What Coroutine does in Io. See Protos/Coroutine/CoroutineSlots.cs for the table.

Coroutine label := method(self `uniqueId)

Coroutine setLabel := method(text,
    self label := text .. "_" .. self `uniqueId
    self
)

Coroutine typeId := method(self type .. "_" .. self `uniqueId)

Coroutine showYielding := method(
    self `yieldingCoros `foreach(coroutine, writeln(coroutine label))
    nil
)
