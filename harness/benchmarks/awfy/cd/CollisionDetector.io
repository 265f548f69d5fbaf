# Finds collisions: motions are drawn on a map of voxels, and those that share a voxel are compared.

Collision := Object clone do(
    aircraftA := nil
    aircraftB := nil
    position := nil

    with := method(a, b, aPosition,
        collision := self clone
        collision aircraftA = a
        collision aircraftB = b
        collision position = aPosition
        collision
    )
)

CollisionDetector := Object clone do(
    horizontal := Vector2D with(Space voxelSize, 0)
    vertical := Vector2D with(0, Space voxelSize)

    state := nil

    init := method(state = RedBlackTree clone)

    handleNewFrame := method(frame,
        motions := SomVector clone
        seen := RedBlackTree clone
        frame forEach(block(aircraft,
            newPosition := aircraft position
            oldPosition := state put(aircraft callSign, newPosition)
            seen put(aircraft callSign, true)
            # An aircraft that is new has not moved.
            if(oldPosition isNil, oldPosition = newPosition)
            motions append(Motion with(aircraft callSign, oldPosition, newPosition))
        ))

        toRemove := SomVector clone
        state forEach(block(entry,
            if(seen get(entry key) isNil, toRemove append(entry key))
        ))
        toRemove forEach(block(key, state remove(key)))

        collisions := SomVector clone
        reduceCollisionSet(motions) forEach(block(reduced,
            for(i, 0, reduced size - 1,
                motion1 := reduced at(i)
                for(j, i + 1, reduced size - 1,
                    motion2 := reduced at(j)
                    position := motion1 findIntersection(motion2)
                    if(position, collisions append(Collision with(motion1 callSign, motion2 callSign, position)))
                )
            )
        ))
        collisions
    )

    # The lists of motions that are in the same voxel.
    reduceCollisionSet := method(motions,
        voxelMap := RedBlackTree clone
        motions forEach(block(motion, drawMotionOnVoxelMap(voxelMap, motion)))
        result := SomVector clone
        voxelMap forEach(block(entry,
            if(entry value size > 1, result append(entry value))
        ))
        result
    )

    drawMotionOnVoxelMap := method(voxelMap, motion,
        recurse(voxelMap, RedBlackTree clone, voxelHash(motion positionOne), motion)
    )

    recurse := method(voxelMap, seen, voxel, motion,
        if(isInVoxel(voxel, motion) not, return nil)
        if(seen put(voxel, true), return nil)
        putIntoMap(voxelMap, voxel, motion)
        recurse(voxelMap, seen, voxel minus(horizontal), motion)
        recurse(voxelMap, seen, voxel plus(horizontal), motion)
        recurse(voxelMap, seen, voxel minus(vertical), motion)
        recurse(voxelMap, seen, voxel plus(vertical), motion)
        recurse(voxelMap, seen, voxel minus(horizontal) minus(vertical), motion)
        recurse(voxelMap, seen, voxel minus(horizontal) plus(vertical), motion)
        recurse(voxelMap, seen, voxel plus(horizontal) minus(vertical), motion)
        recurse(voxelMap, seen, voxel plus(horizontal) plus(vertical), motion)
    )

    putIntoMap := method(voxelMap, voxel, motion,
        motions := voxelMap get(voxel)
        if(motions isNil,
            motions = SomVector clone
            voxelMap put(voxel, motions)
        )
        motions append(motion)
    )

    # The corner of the voxel that a position is in.
    voxelHash := method(position,
        x := Space voxelSize * truncated(position x / Space voxelSize)
        y := Space voxelSize * truncated(position y / Space voxelSize)
        if(position x < 0, x = x - Space voxelSize)
        if(position y < 0, y = y - Space voxelSize)
        Vector2D with(x, y)
    )

    truncated := method(number, number - number % 1)

    # Does a motion touch a voxel, or the space of half the radius around it?
    isInVoxel := method(voxel, motion,
        if(voxel x > Space maxX or voxel x < Space minX or voxel y > Space maxY or voxel y < Space minY, return false)

        start := motion positionOne
        end := motion positionTwo
        size := Space voxelSize
        r := Space proximityRadius / 2

        vx := voxel x
        x0 := start x
        dx := end x - start x
        lowX := (vx - r - x0) / dx
        highX := (vx + size + r - x0) / dx
        if(dx < 0,
            swapped := lowX
            lowX = highX
            highX = swapped
        )

        vy := voxel y
        y0 := start y
        dy := end y - start y
        lowY := (vy - r - y0) / dy
        highY := (vy + size + r - y0) / dy
        if(dy < 0,
            swapped := lowY
            lowY = highY
            highY = swapped
        )

        (isTouchedAlong(dx, vx, x0, r, size, lowX, highX) and isTouchedAlong(dy, vy, y0, r, size, lowY, highY)) and (
            dx == 0 or dy == 0 or (lowY <= highX and highX <= highY) or (lowY <= lowX and lowX <= highY) or (lowX <= lowY and highY <= highX)
        )
    )

    # The same in one dimension: at rest within the voxel, or entering and leaving it at times that overlap with the frame.
    isTouchedAlong := method(delta, voxel, start, r, size, low, high,
        (delta == 0 and voxel <= start + r and start - r <= voxel + size) or (
            low <= 1 and 1 <= high) or (
            low <= 0 and 0 <= high) or (
            0 <= low and high <= 1)
    )
)
