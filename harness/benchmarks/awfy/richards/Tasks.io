# Packets, the tasks' private data, and tasks themselves.

# What has queues of packets, linked by the packets.
PacketQueuer := Object clone do(
    append := method(packet, queueHead,
        packet link = nil
        if(queueHead isNil, return packet)
        last := queueHead
        while(last link, last = last link)
        last link = packet
        queueHead
    )
)

Packet := PacketQueuer clone do(
    device := 0
    work := 1

    link := nil
    identity := 0
    kind := 0
    datum := 0
    data := nil

    with := method(aLink, anIdentity, aKind,
        packet := self clone
        packet link = aLink
        packet identity = anIdentity
        packet kind = aKind
        packet data = SomArray filled(4, 0)
        packet
    )
)

DeviceTaskData := PacketQueuer clone do(
    pending := nil
)

HandlerTaskData := PacketQueuer clone do(
    workIn := nil
    deviceIn := nil

    addDeviceIn := method(packet, deviceIn = append(packet, deviceIn))

    addWorkIn := method(packet, workIn = append(packet, workIn))
)

IdleTaskData := PacketQueuer clone do(
    control := 1
    count := 10000
)

WorkerTaskData := PacketQueuer clone do(
    destination := 0
    count := 0
)

TaskState := PacketQueuer clone do(
    isPacketPending := false
    isTaskWaiting := false
    isTaskHolding := false

    setRunning := method(
        isPacketPending = false
        isTaskWaiting = false
        isTaskHolding = false
        self
    )

    setPacketPending := method(
        isPacketPending = true
        isTaskWaiting = false
        isTaskHolding = false
        self
    )

    setWaiting := method(
        isPacketPending = false
        isTaskWaiting = true
        isTaskHolding = false
        self
    )

    setWaitingWithPacket := method(
        isPacketPending = true
        isTaskWaiting = true
        isTaskHolding = false
        self
    )

    isTaskHoldingOrWaiting := method(
        isTaskHolding or (isPacketPending not and isTaskWaiting)
    )

    isWaitingWithPacket := method(
        isPacketPending and isTaskWaiting and isTaskHolding not
    )
)

TaskControlBlock := TaskState clone do(
    link := nil
    identity := 0
    priority := 0
    input := nil
    handle := nil
    function := nil

    with := method(aLink, anIdentity, aPriority, initialWork, initialState, privateData, aBlock,
        task := self clone
        task link = aLink
        task identity = anIdentity
        task priority = aPriority
        task input = initialWork
        task handle = privateData
        task function = aBlock
        task isPacketPending = initialState isPacketPending
        task isTaskWaiting = initialState isTaskWaiting
        task isTaskHolding = initialState isTaskHolding
        task
    )

    addInputAndCheckPriority := method(packet, oldTask,
        if(input isNil,
            input = packet
            isPacketPending = true
            if(priority > oldTask priority, return self)
        ,
            input = append(packet, input)
        )
        oldTask
    )

    # Runs the task with its next packet, if any; the task to run next is the answer.
    runTask := method(
        packet := nil
        if(isWaitingWithPacket,
            packet = input
            input = packet link
            if(input isNil, setRunning, setPacketPending)
        )
        function call(packet, handle)
    )
)
