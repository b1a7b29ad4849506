/// The script that makes one shard, on whatever machine and under whatever engine.
struct TaskScript {
  enum Task {
    /// A run, by its options, one word after the other.
    case run([String])
    /// The runs of a question, by its verb: the folder knows the rest.
    case question(String)
  }

  let tasks: Int
  let task: Task
  /// Of one task, where the engine does not say.
  let threads: Int?
  /// This program, where the other machines have it at the same place.
  let program: String

  var text: String {
    """
    #!/bin/sh
    # Makes one of \(tasks) shards of a run: sh task.sh 3, or this script as a task of an array, from 1 to \(tasks) (or from 0).
    # It looks for the program in $DROPCAST, then beside itself, then where it was written, then in the path.
    set -eu
    if [ -n "${PBS_O_WORKDIR:-}" ]; then cd "$PBS_O_WORKDIR"; fi
    # Engines that run a copy of this script start it in its folder.
    case "$0" in */\(RunFolder.scriptName)) cd "${0%/*}" ;; esac
    if [ ! -f \(RunFolder.textName) ]; then echo "\(RunFolder.scriptName): start it in its folder" >&2; exit 2; fi

    task="${1:-${SLURM_ARRAY_TASK_ID:-${PBS_ARRAY_INDEX:-}}}"
    if [ -z "$task" ] && [ "${SGE_TASK_ID:-undefined}" != undefined ]; then task="$SGE_TASK_ID"; fi
    zero="${JOB_COMPLETION_INDEX:-${AWS_BATCH_JOB_ARRAY_INDEX:-}}"
    if [ -z "$task" ] && [ -n "$zero" ]; then task=$((zero + 1)); fi
    case "$task" in '' | *[!0-9]*) echo "\(RunFolder.scriptName): which shard, 1 to \(tasks)?" >&2; exit 2 ;; esac

    program="${DROPCAST:-}"
    for place in ./dropcast \(Self.quoted(program)); do
      if [ -z "$program" ] && [ -x "$place" ]; then program="$place"; fi
    done
    threads="${DROPCAST_THREADS:-\(threads.map(String.init) ?? "${SLURM_CPUS_PER_TASK:-${NSLOTS:-${NCPUS:-1}}}")}"
    \(command)

    """
  }

  private var command: String {
    switch task {
    case .run(let words):
      """
      exec "${program:-dropcast}" run \(RunFolder.scenarioName) \(words.map(Self.quoted).joined(separator: " ")) \\
        --shard "$task/\(tasks)" --to "part-$task\(RunPart.suffix)" --force --threads "$threads"
      """
    case .question(let verb):
      """
      exec "${program:-dropcast}" -c "\(verb) --shard $task/\(tasks) --folder . --threads $threads"
      """
    }
  }

  /// One word of a shell.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-_=./,+%".utf8.contains(byte)
        }
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
