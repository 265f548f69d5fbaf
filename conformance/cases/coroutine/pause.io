# pause waits until somebody resumes.
worker := coroFor(
    loop(
        writeln("working on ", task)
        pause
    )
)
task := 1
coroDoLater(worker resume)
yield
task = 2
worker resumeLater
yield
task = 3
worker resumeLater
yield
writeln("done")
