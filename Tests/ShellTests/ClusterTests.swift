import Foundation
import Glibc
import PtySupport
import Testing

/// Programs of a Slurm that is not there, put before everything else in the path. `sbatch` makes each shard at once, but for
/// those that are to be lost; `squeue` tells the tasks that stand in a file.
private final class PretendedSlurm {
  let shop = Shop()

  /// - Parameter losing: how often each of these shards is lost.
  init(losing: [Int: Int] = [:]) throws {
    let lost = losing.map { "    \($0.key)) limit=\($0.value) ;;" }.sorted().joined(separator: "\n")
    try write(
      "sbatch",
      """
      echo "$*" >>"$PRETENDED/asked"
      for word in "$@"; do
        case $word in
        --array=*) list=${word#--array=} ;;
        --chdir=*) cd "${word#--chdir=}" ;;
        esac
        script=$word
      done
      for range in $(echo "$list" | tr , ' '); do
        for task in $(seq ${range%-*} ${range#*-}); do
          limit=0
          case $task in
      \(lost)
          esac
          echo >>"$PRETENDED/task-$task"
          if [ $(wc -l <"$PRETENDED/task-$task") -le $limit ]; then continue; fi
          # As Slurm does: a copy of the script, elsewhere.
          cp "$script" "$PRETENDED/slurm_script"
          SLURM_ARRAY_TASK_ID=$task sh "$PRETENDED/slurm_script" >/dev/null 2>>"$PRETENDED/errors" || exit 1
        done
      done
      echo "$(wc -l <"$PRETENDED/asked");here"
      """)
    try write("squeue", "cat \"$PRETENDED/queue\" 2>/dev/null || true")
  }

  func write(_ program: String, _ lines: String) throws {
    try FileManager.default.createDirectory(atPath: shop.folder.path("bin"), withIntermediateDirectories: true)
    shop.folder.write("#!/bin/sh\nset -e\n\(lines)\n".utf8, to: "bin/\(program)")
    chmod(shop.folder.path("bin/\(program)"), 0o755)
  }

  var environment: [String] { ["PATH=\(shop.folder.path("bin")):/usr/bin:/bin", "PRETENDED=\(shop.folder.path)"] }

  func dropcast(_ words: [String]) throws -> BuiltProgram.Result {
    try BuiltProgram.run(
      "dropcast", words, in: shop.folder.path, environment: environment + shop.environment)
  }
}

@Suite("Runs on clusters")
struct ClusterTests {
  private let run = ["run", "shop.yaml", "60", "--strategy", "lean", "--seed", "5", "--set", "cash.budget = 2,500 USD"]

  private func single(_ slurm: PretendedSlurm) throws -> String {
    let result = try slurm.dropcast(run + ["--json"])
    #expect(result.exitCode == 0, "\(result.errors)")
    return result.output
  }

  @Test("over Slurm the answer has the bytes of the single run, and what is lost is started again")
  func slurm() throws {
    let slurm = try PretendedSlurm(losing: [2: 1, 3: 1])
    let result = try slurm.dropcast(
      run + ["--on", "slurm", "--tasks", "4", "--folder", "four", "--with", "-p main -t 120", "--json"])
    #expect(result.exitCode == 0, "\(result.errors) \(slurm.shop.folder.read("errors"))")
    #expect(result.output == (try single(slurm)))
    #expect(result.errors == "parts that failed and were started again: 2-3\n")
    let asked = slurm.shop.folder.read("asked").split(separator: "\n")
    #expect(asked.count == 2)
    #expect(asked.first?.contains("--array=1-4 ") == true && asked.last?.contains("--array=2-3 ") == true)
    #expect(asked.allSatisfy { $0.contains(" --requeue -p main -t 120 ") && $0.hasSuffix("/four/task.sh") })
    // Once merged, it can be merged again, by a session that has nothing loaded.
    let merged = try slurm.dropcast(["merge", "four", "--json"])
    #expect(merged.exitCode == 0 && merged.output == result.output, "\(merged.errors)")
  }

  @Test("a shard that is lost three times is told, and --resume tries again")
  func hopeless() throws {
    let slurm = try PretendedSlurm(losing: [1: 3])
    let result = try slurm.dropcast(run + ["--on", "slurm", "--tasks", "2", "--folder", "two"])
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("parts failed 3 times each: 1\n") && result.errors.contains("run --resume two"))
    let resumed = try slurm.dropcast(["run", "--resume", "two", "--json"])
    #expect(resumed.output == (try single(slurm)), "\(resumed.errors)")
  }

  @Test("^C leaves the tasks to Slurm; --resume waits for them and starts nothing anew")
  func left() throws {
    let slurm = try PretendedSlurm()
    let folder = slurm.shop.folder
    try slurm.write("sbatch", "echo \"$*\" >>\"$PRETENDED/asked\"; echo 7")
    folder.write("7 1 R None\n7 2 PD Resources\n8 3 R None\n".utf8, to: "queue")
    let files = [
      open("/dev/null", O_RDONLY | O_CLOEXEC), open("/dev/null", O_WRONLY | O_CLOEXEC),
      open(folder.path("told"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
    ]
    defer { for file in files { close(file) } }
    let process = try PlainProcess(
      "dropcast", run + ["--on", "slurm", "--tasks", "2", "--folder", "two"], files: files, in: folder.path,
      environment: slurm.environment + slurm.shop.environment)
    let deadline = ContinuousClock.now + .seconds(20)
    while folder.read("two/jobs.txt").isEmpty, ContinuousClock.now < deadline { usleep(5000) }
    process.signal(SIGINT)
    #expect(try process.waitForExit() == 130)
    #expect(
      folder.read("told") == """
        2 tasks keep running without you, as Slurm job 7
        to wait for them: run --resume two; to end them: scancel 7

        """)
    for task in ["1", "2"] {
      let made = try BuiltProgram.runFile(
        "/bin/sh", ["two/task.sh", task], in: folder.path, environment: slurm.shop.environment)
      #expect(made.exitCode == 0, "\(made.errors)")
    }
    let resumed = try slurm.dropcast(["run", "--resume", "two", "--json"])
    #expect(resumed.output == (try single(slurm)), "\(resumed.errors)")
    #expect(folder.read("asked").split(separator: "\n").count == 1)
  }

  @Test("a damaged part is none: its shard is run again")
  func damaged() throws {
    let slurm = try PretendedSlurm()
    let first = try slurm.dropcast(run + ["--on", "slurm", "--tasks", "2", "--folder", "two", "--json"])
    let part = slurm.shop.folder.bytes("two/part-2.dropcast-part")
    slurm.shop.folder.write(part.dropLast(70), to: "two/part-2.dropcast-part")
    let resumed = try slurm.dropcast(["run", "--resume", "two", "--json"])
    #expect(resumed.exitCode == 0 && resumed.output == first.output, "\(resumed.errors)")
    #expect(slurm.shop.folder.read("asked").contains("--array=2 "))
  }

  @Test("what sbatch refuses is told in its words; where there is none, what to do without")
  func refusals() throws {
    let slurm = try PretendedSlurm()
    try slurm.write("sbatch", "echo 'sbatch: error: invalid partition specified: mian' >&2; exit 1")
    let refused = try slurm.dropcast(run + ["--on", "slurm", "--with", "-p mian", "--folder", "a"])
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("Slurm refuses: sbatch: error: invalid partition specified: mian"))
    let missing = try BuiltProgram.run(
      "dropcast", run + ["--on", "slurm", "--folder", "b"], in: slurm.shop.folder.path,
      environment: ["PATH=\(slurm.shop.folder.path("nowhere"))"] + slurm.shop.environment)
    #expect(missing.exitCode == 1 && missing.errors.contains("--on files"), "\(missing.errors)")
  }

  @Test("the folder alone serves any engine: its script takes the shard from each one's variable")
  func files() throws {
    let slurm = try PretendedSlurm()
    let shop = slurm.shop
    let written = try slurm.dropcast(run + ["--on", "files", "--tasks", "6", "--folder", "six"])
    #expect(written.exitCode == 0 && written.output.contains("six is ready: 6 parts"), "\(written.errors)")
    let early = try slurm.dropcast(["run", "--resume", "six"])
    #expect(early.exitCode == 1 && early.errors.contains("parts that are there: 0 of 6; missing: 1-6"))
    let variables = [
      "SLURM_ARRAY_TASK_ID=2", "SGE_TASK_ID=3", "PBS_ARRAY_INDEX=4", "JOB_COMPLETION_INDEX=4",
      "AWS_BATCH_JOB_ARRAY_INDEX=5",
    ]
    for (arguments, variable) in [(["1"], "SGE_TASK_ID=undefined")] + variables.map({ ([], $0) }) {
      let made = try BuiltProgram.runFile(
        "/bin/sh", ["six/task.sh"] + arguments, in: shop.folder.path, environment: [variable] + shop.environment)
      #expect(made.exitCode == 0, "\(variable): \(made.errors)")
    }
    let nobody = try BuiltProgram.runFile(
      "/bin/sh", ["six/task.sh"], in: shop.folder.path, environment: shop.environment)
    #expect(nobody.exitCode == 2 && nobody.errors == "task.sh: which shard, 1 to 6?\n")
    let merged = try slurm.dropcast(["merge", "six", "--json"])
    #expect(merged.output == (try single(slurm)), "\(merged.errors)")
    #expect(try slurm.dropcast(["run", "--resume", "six", "--json"]).output == merged.output)
  }

  @Test("a script, which may be a stranger's, has no cluster run anything")
  func scripts() throws {
    let slurm = try PretendedSlurm()
    slurm.shop.folder.write("load shop.yaml\nrun 60 --on slurm --folder two\n".utf8, to: "a.drop")
    let result = try slurm.dropcast(["script", "a.drop"])
    #expect(result.exitCode == 1 && result.errors.contains("a script cannot start a run on a cluster"))
    #expect(slurm.shop.folder.read("asked").isEmpty && slurm.shop.folder.read("two/run.txt").isEmpty)
  }

  @Test("a folder whose text was changed, or of another scenario, is refused")
  func strangers() throws {
    let slurm = try PretendedSlurm()
    let folder = slurm.shop.folder
    _ = try slurm.dropcast(run + ["--on", "files", "--tasks", "2", "--folder", "two"])
    let other = try slurm.dropcast(["-c", "load shop.yaml; set stores.shop.conversion 1%; run --resume two"])
    #expect(
      other.exitCode == 1 && other.errors.contains("another scenario")
        && other.errors.contains("load two/scenario.yaml"))
    let text = folder.read("two/run.txt")
    for changed in [
      text.replacing("--seed 5", with: "--seed 6"), text.replacing("tasks 2", with: "tasks 0"), "dropcast-run 2\n", "",
    ] {
      folder.write(changed.utf8, to: "two/run.txt")
      #expect(try slurm.dropcast(["run", "--resume", "two"]).exitCode == 1, "\(changed)")
    }
  }
}

@Suite("Questions on clusters")
struct ClusterQuestionTests {
  private static let questions: [[String]] = [
    ["sweep", "shop.yaml", "cash.budget", "over", "1500,2500", "--months", "1", "--paths", "10k"],
    ["why", "shop.yaml", "loss", "--months", "1", "--paths", "10k"],
    ["drivers", "shop.yaml", "--months", "1", "--paths", "10k"],
    // Each of its runs rests on those before it.
    [
      "optimize", "shop.yaml", "cash.budget", "1k..3k", "minimize", "ruin", "--tries", "2", "--search", "10k",
      "--months", "1", "--paths", "10k",
    ],
  ]

  @Test(
    "over Slurm the answer has the bytes of the single one, and what is lost is started again", arguments: questions)
  func slurm(words: [String]) throws {
    let slurm = try PretendedSlurm(losing: [2: 1])
    let single = try slurm.dropcast(words + ["--json"])
    #expect(single.exitCode == 0, "\(single.errors)")
    let result = try slurm.dropcast(words + ["--on", "slurm", "--tasks", "2", "--folder", "two", "--json"])
    #expect(result.exitCode == 0, "\(result.errors) \(slurm.shop.folder.read("errors"))")
    #expect(result.output == single.output)
    #expect(result.errors == "parts that failed and were started again: 2\n")
    // What is there is not made again, also not by a session that has nothing loaded.
    let asked = slurm.shop.folder.read("asked")
    let again = try slurm.dropcast([words[0], "--resume", "two", "--json"])
    #expect(again.output == single.output && slurm.shop.folder.read("asked") == asked, "\(again.errors)")
  }

  @Test("tasks make what is missing, one after the other or side by side, and only whole parts count")
  func files() throws {
    let slurm = try PretendedSlurm()
    let folder = slurm.shop.folder
    let words = Self.questions[0]
    let single = try slurm.dropcast(words + ["--json"])
    let made = try slurm.dropcast(words + ["--on", "files", "--tasks", "2", "--folder", "two"])
    #expect(made.exitCode == 0 && made.output.contains("two is ready: 2 tasks"), "\(made.errors)")
    func task(_ number: Int) throws -> BuiltProgram.Result {
      try BuiltProgram.runFile(
        "/bin/sh", ["two/task.sh", String(number)], in: folder.path, environment: slurm.shop.environment)
    }
    func resume() throws -> BuiltProgram.Result { try slurm.dropcast(["sweep", "--resume", "two", "--json"]) }
    #expect(try resume().errors.contains("parts of run-1 that are there: 0 of 2; missing: 1-2"))
    let first = try task(1)
    // Both runs, though the first is not whole: the values of a sweep do not wait for each other.
    #expect(
      first.output.contains("parts made: 2; the next ones can be made only when all parts of run-1 are there"),
      "\(first)")
    #expect(try resume().errors.contains("parts of run-1 that are there: 1 of 2; missing: 2"))
    let part = folder.bytes("two/run-1/part-1.dropcast-part")
    folder.write(part.dropLast(70), to: "two/run-1/part-1.dropcast-part")
    #expect(try task(2).exitCode == 0)
    #expect(try resume().errors.contains("parts of run-1 that are there: 1 of 2; missing: 1"))
    #expect(try task(1).output.contains("parts made: 1; all runs are there"))
    #expect(folder.bytes("two/run-1/part-1.dropcast-part") == part)
    let answer = try resume()
    #expect(answer.exitCode == 0 && answer.output == single.output, "\(answer.errors)")
  }

  @Test(
    "what cannot be done is refused, with what to do",
    arguments: [
      (["sweep", "--resume", "two", "--paths", "7"], "--resume cannot be combined with --paths"),
      (["why", "--resume", "two"], "two belongs to another question: sweep cash.budget over 1500,2500"),
      (["merge", "two"], "write: sweep --resume two"),
      (["sweep", "shop.yaml", "--resume", "nowhere"], "contains no run"),
      (["sweep", "shop.yaml", "--shard", "1/2"], "in which folder should the shard be made?"),
      (["sweep", "shop.yaml", "--shard", "1/3", "--folder", "two"], "the runs in two are cut into 2 parts"),
      (["sweep", "shop.yaml", "--shard", "3", "--folder", "two"], "which shard of how many?"),
      (["why", "shop.yaml", "--paths", "9k", "--on", "files"], "a cluster is for runs of 10,000 worlds or more"),
      (["why", "shop.yaml", "--paths", "10k", "--on", "nowhere"], "no such kind of cluster"),
      (["why", "shop.yaml", "--tasks", "2"], "write: why --on slurm"),
      (["sweep", "--resume", "changed"], "changed has changed since it was made"),
    ])
  func refused(words: [String], message: String) throws {
    let slurm = try PretendedSlurm()
    for name in ["two", "changed"] {
      let made = try slurm.dropcast(Self.questions[0] + ["--on", "files", "--tasks", "2", "--folder", name])
      #expect(made.exitCode == 0, "\(made.errors)")
    }
    let scenario = slurm.shop.folder.bytes("changed/scenario.yaml")
    slurm.shop.folder.write(scenario + Array("# a remark\n".utf8), to: "changed/scenario.yaml")
    let result = try slurm.dropcast(words)
    #expect(result.exitCode != 0 && result.errors.contains(message), "\(result.errors)")
  }
}
