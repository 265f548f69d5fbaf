# Detects collisions between two aircraft in 200 frames of a simulation, over red-black trees of voxels. The result is the number of collisions.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Vector.io cd/RedBlackTree.io cd/Geometry.io cd/Motion.io cd/CollisionDetector.io cd/Simulator.io
# expect: 42

benchmark := SomBenchmark clone do(
    aircraft := 2
    frames := 200

    turn := method(
        simulator := Simulator with(aircraft)
        detector := CollisionDetector clone
        collisions := 0
        frames repeat(i,
            found := detector handleNewFrame(simulator simulate(i / 10))
            collisions = collisions + found size
        )
        collisions
    )
)
