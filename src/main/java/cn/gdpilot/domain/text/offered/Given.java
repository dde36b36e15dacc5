package cn.gdpilot.domain.text.offered;

/** What methods and steps are given by a model. */
public enum Given {
    /** Key of the round. */
    CAMPAIGN("campaignId", "批次编号；批次及其下的各流程都有", "campaignId"),
    /** Id of the unit. */
    UNIT("unit", "单位编号（受理、推荐或评审的单位），如 city-440100、dept-44、ca-44、ministry", "unit"),
    /** Key of the application. */
    APPLICATION("applicationId", "申请编号；逐个项目办理的步骤中由循环给出", "applicationId"),
    /** Key of the application, where the instance is about it. */
    CASE("applicationId", "申请编号，即 application 流程的业务键", "execution.processBusinessKey"),
    /** The process instance. */
    INSTANCE("instance", "本流程实例的编号", "execution.processInstanceId"),
    /** Key of a pair that may be one project. */
    PAIR("pairId", "一对疑似重复的项目的编号；由循环给出", "pairId"),
    /** Key of an expert's assignment. */
    ASSIGNMENT("assignmentId", "一次专家指派的编号；由循环给出", "assignmentId"),
    /** Key of an objection. */
    OBJECTION("objectionId", "异议编号", "objectionId"),
    /** Key of a check. */
    CHECK("checkKey", "一项核查的编号（项目和核查种类）；由循环给出", "checkKey"),
    /** The answer of a table. */
    TABLE_ANSWER("decisionResult", "规则表的结果，只能用在该规则任务的输出参数中", "decisionResult"),
    /** Name of the letter: an input of the step. */
    LETTER("letter", "发送哪一封信函：further-letters.csv 中登记的名称", ""),
    /** Receiver of the letter: an input of the step. */
    TO("to", "收信方：该信函在 further-letters.csv 中允许的一种", ""),
    /** The outcome that a person has chosen. */
    OUTCOME("outcome", "办理人在表单中选择的结果（字段 outcome）", ""),
    /** The words of a person. */
    GROUNDS("grounds", "办理人填写的理由（表单字段 grounds）", "");

    private final String variable;
    private final String meaning;
    private final String typed;

    Given(String variable, String meaning, String typed) {
        this.variable = variable;
        this.meaning = meaning;
        this.typed = typed;
    }

    /** Name of the variable, input or field. */
    public String variable() {
        return variable;
    }

    /** In Chinese. */
    public String meaning() {
        return meaning;
    }

    /** What a model writes between the brackets of a call, e.g. execution.processBusinessKey. */
    public String typed() {
        return typed;
    }

    /** True if a step has it as an input of its own, which the designer fills. */
    public boolean isInput() {
        return this == LETTER || this == TO;
    }
}
