# Files, processes and the environment: each is refused.
# limits: time 5s
# ends: normal

refused := 0
list(
    block(File with("/etc/passwd") contents),
    block(File with("/tmp/x") setContents("x")),
    block(Directory with("/") files),
    block(System system("true")),
    block(System runCommand("true")),
    block(System getEnvironmentVariable("HOME")),
    block(System thisProcessPid),
    block(doFile("/etc/passwd"))
) foreach(use, if(try(use call), refused = refused + 1))
refused println
if(refused != 8, loop(nil))
