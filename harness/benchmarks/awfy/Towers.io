# Moves a tower of thirteen disks from one pile to another and counts the moves.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io
# expect: 8191

Disk := Object clone do(
    size := 0
    next := nil

    with := method(aSize,
        disk := self clone
        disk size = aSize
        disk
    )
)

benchmark := SomBenchmark clone do(
    piles := nil
    movesDone := 0

    turn := method(
        piles = SomArray withSize(3)
        buildTowerAt(0, 13)
        movesDone = 0
        moveDisks(13, 0, 1)
        movesDone
    )

    pushDisk := method(disk, pile,
        top := piles at(pile)
        if(top isNil not and disk size >= top size, Exception raise("a big disk cannot lie on a smaller one"))
        disk next = top
        piles atPut(pile, disk)
    )

    popDiskFrom := method(pile,
        top := piles at(pile)
        if(top isNil, Exception raise("no disk can be taken from an empty pile"))
        piles atPut(pile, top next)
        top next = nil
        top
    )

    moveTopDisk := method(fromPile, toPile,
        pushDisk(popDiskFrom(fromPile), toPile)
        movesDone = movesDone + 1
    )

    buildTowerAt := method(pile, disks,
        for(i, disks, 0, -1, pushDisk(Disk with(i), pile))
    )

    moveDisks := method(disks, fromPile, toPile,
        if(disks == 1,
            moveTopDisk(fromPile, toPile)
        ,
            otherPile := 3 - fromPile - toPile
            moveDisks(disks - 1, fromPile, otherPile)
            moveTopDisk(fromPile, toPile)
            moveDisks(disks - 1, otherPile, toPile)
        )
    )
)
