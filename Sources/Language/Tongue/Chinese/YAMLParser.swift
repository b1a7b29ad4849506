extension ChineseTexts {
  /// What the YAML parser says, word for word: these texts stand in no source of the program.
  static let yamlParser = #"""
    did not find expected key
    这里应为名称

    did not find expected ',' or ']'
    缺少“,”或“]”

    did not find expected ',' or '}'
    缺少“,”或“}”

    did not find expected '-' indicator
    缺少“-”

    did not find expected node content
    这里应有内容

    did not find expected <document start>
    一个文件只能有一份 YAML

    did not find expected <stream-start>
    缺少文件的开头

    but found another document
    一个文件只能有一份 YAML

    could not find expected ':'
    缺少“:”

    mapping values are not allowed in this context
    这里不能写冒号和值

    mapping keys are not allowed in this context
    这里不能写名称

    block sequence entries are not allowed in this context
    这里不能写以“-”开头的项

    block mapping start is not allowed in this context
    这里不能开始新的名称和值

    found character that cannot start any token
    这个字符不能用在值的开头

    found unexpected end of stream
    文件提前结束，可能缺少引号

    found unexpected document indicator
    引号没有闭合

    found unexpected ':'
    多出冒号

    found undefined alias
    没有这个别名

    found duplicate anchor
    锚点写了不止一次

    found unknown escape character
    引号中有不认识的转义

    found undefined tag handle
    没有这个标签

    found a tab character that violates indentation
    不能用制表符缩进

    found a tab character where an indentation space is expected
    缩进要用空格，不能用制表符

    found an indentation indicator equal to 0
    缩进标记不能为 0

    did not find expected comment or line break
    这里应为注释或换行

    did not find expected whitespace or line break
    这里应为空格或换行

    did not find expected alphabetic or numeric character
    这里应为字母或数字

    did not find expected digit or '-'
    这里应为数字或“-”

    control characters are not allowed
    不能用控制字符
    """#
}
