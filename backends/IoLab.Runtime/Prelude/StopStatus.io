# What the stop statuses do in Io. See Protos/StopStatus/StopStatusSlots.cs for the table.

Return return := method(value,
    call sender call `setStopStatus(Return)
    call `setStopStatus(Return)
    `getSlot("value")
)
