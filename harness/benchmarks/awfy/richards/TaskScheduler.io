# The scheduler, and what its six tasks do: each is a block that is called with a packet or nil and with the task's data, and answers the task to run next.

TaskScheduler := PacketQueuer clone do(
    idler := 0
    worker := 1
    handlerA := 2
    handlerB := 3
    deviceA := 4
    deviceB := 5

    dataSize := 4

    taskList := nil
    currentTask := nil
    currentTaskIdentity := 0
    taskTable := nil
    queueCount := 0
    holdCount := 0

    init := method(taskTable = SomArray withSize(6))

    createDevice := method(identity, priority, work, state,
        createTask(identity, priority, work, state, DeviceTaskData clone, block(packet, data,
            if(packet isNil,
                pending := data pending
                if(pending isNil,
                    waitCurrent
                ,
                    data pending = nil
                    queuePacket(pending)
                )
            ,
                data pending = packet
                holdCurrent
            )
        ))
    )

    createHandler := method(identity, priority, work, state,
        createTask(identity, priority, work, state, HandlerTaskData clone, block(packet, data,
            if(packet,
                if(packet kind == Packet work, data addWorkIn(packet), data addDeviceIn(packet))
            )
            workPacket := data workIn
            if(workPacket isNil,
                waitCurrent
            ,
                count := workPacket datum
                if(count >= dataSize,
                    data workIn = workPacket link
                    queuePacket(workPacket)
                ,
                    devicePacket := data deviceIn
                    if(devicePacket isNil,
                        waitCurrent
                    ,
                        data deviceIn = devicePacket link
                        devicePacket datum = workPacket data at(count)
                        workPacket datum = count + 1
                        queuePacket(devicePacket)
                    )
                )
            )
        ))
    )

    createIdler := method(identity, priority, work, state,
        createTask(identity, priority, work, state, IdleTaskData clone, block(packet, data,
            data count = data count - 1
            if(data count == 0,
                holdCurrent
            ,
                if((data control & 1) == 0,
                    data control = data control / 2
                    release(deviceA)
                ,
                    data control = (data control / 2) floor ^ 53256
                    release(deviceB)
                )
            )
        ))
    )

    createWorker := method(identity, priority, work, state,
        workerData := WorkerTaskData clone
        workerData destination = handlerA
        createTask(identity, priority, work, state, workerData, block(packet, data,
            if(packet isNil,
                waitCurrent
            ,
                data destination = if(data destination == handlerA, handlerB, handlerA)
                packet identity = data destination
                packet datum = 0
                dataSize repeat(i,
                    data count = data count + 1
                    if(data count > 26, data count = 1)
                    packet data atPut(i, 65 + data count - 1)
                )
                queuePacket(packet)
            )
        ))
    )

    createPacket := method(link, identity, kind, Packet with(link, identity, kind))

    createTask := method(identity, priority, work, state, data, aBlock,
        taskList = TaskControlBlock with(taskList, identity, priority, work, state, data, aBlock)
        taskTable atPut(identity, taskList)
    )

    start := method(
        createIdler(idler, 0, nil, TaskState clone setRunning)

        work := createPacket(nil, worker, Packet work)
        work = createPacket(work, worker, Packet work)
        createWorker(worker, 1000, work, TaskState clone setWaitingWithPacket)

        work = createPacket(nil, deviceA, Packet device)
        work = createPacket(work, deviceA, Packet device)
        work = createPacket(work, deviceA, Packet device)
        createHandler(handlerA, 2000, work, TaskState clone setWaitingWithPacket)

        work = createPacket(nil, deviceB, Packet device)
        work = createPacket(work, deviceB, Packet device)
        work = createPacket(work, deviceB, Packet device)
        createHandler(handlerB, 3000, work, TaskState clone setWaitingWithPacket)

        createDevice(deviceA, 4000, nil, TaskState clone setWaiting)
        createDevice(deviceB, 5000, nil, TaskState clone setWaiting)
        schedule
    )

    findTask := method(identity,
        task := taskTable at(identity)
        if(task isNil, Exception raise("there is no task " .. identity))
        task
    )

    holdCurrent := method(
        holdCount = holdCount + 1
        currentTask isTaskHolding = true
        currentTask link
    )

    queuePacket := method(packet,
        task := findTask(packet identity)
        queueCount = queueCount + 1
        packet link = nil
        packet identity = currentTaskIdentity
        task addInputAndCheckPriority(packet, currentTask)
    )

    release := method(identity,
        task := findTask(identity)
        task isTaskHolding = false
        if(task priority > currentTask priority, task, currentTask)
    )

    schedule := method(
        currentTask = taskList
        while(currentTask,
            if(currentTask isTaskHoldingOrWaiting,
                currentTask = currentTask link
            ,
                currentTaskIdentity = currentTask identity
                currentTask = currentTask runTask
            )
        )
    )

    waitCurrent := method(
        currentTask isTaskWaiting = true
        currentTask
    )
)
