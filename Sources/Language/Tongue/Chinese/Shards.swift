extension ChineseTexts {
  /// Runs of many worlds and their parts; what to try next.
  static let shards = #"""
    # Many worlds.

    joins the parts that run --shard has written into their run
    把 run --shard 写出的各部分合成一次运行

    when stopped, keep the worlds that are finished
    中途停止时保留已完成的世界

    only the K-th of N parts, for merge; needs --to FILE.dropcast-part
    只运行 N 份中的第 K 份，供 merge 合并；需要 --to FILE.dropcast-part

    of {1} worlds only histograms were kept
    {1} 个世界只保留了直方图

    run at most {1} of them; explain world 7 shows one
    最多运行 {1} 个；explain world 7 可查看其中一个

    which parts?
    合并哪些部分？

    write merge part-*.dropcast-part
    请写 merge part-*.dropcast-part

    merging {1} parts
    正在合并 {1} 个部分

    a shard is not kept
    分片不会保留

    take out as, or --shard
    去掉 as 或 --shard

    stopped after {1} of {2} worlds; these are kept
    在 {2} 个世界中完成 {1} 个后停止；已完成的保留

    take out --partial, or --sampling
    去掉 --partial 或 --sampling

    a shard is of a given number of worlds
    分片须给定世界的总数

    write run 1M --shard {1}
    请写 run 1M --shard {1}

    the file is larger than {1} MiB
    文件大于 {1} MiB

    no file is called so: {1}
    没有叫这个名字的文件：{1}

    {1}: this part is of another scenario
    {1}：这个部分属于另一个场景

    load that scenario, and give --set and --months as its run did
    载入那个场景，并像当时那样给出 --set 和 --months

    {1}: this part is of another run: {2}
    {1}：这个部分属于另一次运行：{2}

    shard {1} is here twice: {2} and {3}
    分片 {1} 重复了：{2} 和 {3}

    leave one out
    去掉其中一个

    shard {1} is missing
    缺少分片 {1}

    shards are missing: {1}
    缺少分片：{1}

    a run is only whole with all of its parts
    各部分齐全才是完整的一次运行

    running {1} worlds, shard {2}
    正在运行 {1} 个世界，分片 {2}

    a shard alone answers nothing
    单独一个分片给不出结果

    write it to a file, for merge: {1}
    请写入文件以便 merge：{1}

    a shard is written as a part of its run
    分片只能写成运行的一部分

    cannot write {1}: {2} exists
    无法写入 {1}：{2} 已存在

    shard: which one of how many?
    分片：共几份中的第几份？

    write --shard 3/16, the third of sixteen
    请写 --shard 3/16，即十六份中的第三份

    there are more shards than worlds
    分片数多于世界数

    at most {1} of them
    最多 {1} 份

    a shard has no --{1}
    分片没有 --{1}

    take out --{1}, or --shard
    去掉 --{1} 或 --shard

    Profit and loss of a world in the middle, number {1}
    居中的一个世界（第 {1} 号）的损益

    So many worlds are counted, not kept: quantiles are from histograms, exact to {1}; shares and means are exact.
    世界太多，只计数、不保留：分位数来自直方图，误差在 {1} 以内；比例和均值是精确的。

    this is no part of a run
    这不是运行的一个部分

    this part is of another version of dropcast
    这个部分出自另一版 dropcast

    this part is damaged
    这个部分已损坏

    parts are written by run --shard 1/4 --to FILE{1}
    各部分由 run --shard 1/4 --to FILE{1} 写出

    run all shards with one version
    请用同一版本运行全部分片

    run that shard again
    请重新运行那个分片

    # Stress.

    Change of ruin
    断流变化

    ruin +−
    断流 +−

    Change of cash
    现金变化

    mean +−
    均值 +−

    Less ruin, not more: {1}. While nothing is sold no ads are paid for, and here they cost more than orders earn.
    断流反而减少：{1}。没有销售时就不付广告费，而在这里广告花费比订单赚的还多。

    # What to try next.

    Next: whatif products.*.price +10% · run
    接下来：whatif products.*.price +10% · run

    Next: explain world {1} --all · breakeven · stress
    接下来：explain world {1} --all · breakeven · stress

    Next: run · diff · save
    接下来：run · diff · save

    Next: run · set PARAMETER = VALUE · help PARAMETER
    接下来：run · set PARAMETER = VALUE · help PARAMETER

    Next: need · stress SHOCK of STRATEGY
    接下来：need · stress SHOCK of STRATEGY

    Next: solve {1} for ruin <= 20% · set {2} = VALUE
    接下来：solve {1} for ruin <= 20% · set {2} = VALUE

    dropcast {1} · help · Ctrl-D leaves
    dropcast {1} · help 帮助 · Ctrl-D 退出

    new my-store writes a store to start from · load FILE.yaml opens one
    new my-store 写一个起步的店铺 · load FILE.yaml 打开场景

    Print the manual (man), a reference (commands, parameters, metrics) or completion (bash, zsh, fish).
    打印手册（man）、参考（commands、parameters、metrics）或补全脚本（bash、zsh、fish）。
    """#
}
