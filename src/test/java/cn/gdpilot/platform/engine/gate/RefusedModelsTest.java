package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model must not contain, in the spellings that have been tried or could be. */
class RefusedModelsTest {

    private static final String CODE = "委托表达式";
    private static final String REMOVE = "请在 Camunda Modeler 中删除";
    private static final String NAME = "不在允许之列";

    private final ModelContents contents = new ModelContents(ExpressionNames.load(), new GateOfTests.BeansByName());

    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of(
                        "<b:scriptTask id='s' scriptFormat='groovy'><b:script>1</b:script></b:scriptTask>",
                        "bpmn:scriptTask"),
                Arguments.of(
                        inTask("<c:connector><c:connectorId>http</c:connectorId></c:connector>"), "camunda:connector"),
                Arguments.of(inTask("<c:field name='kind'><c:string>x</c:string></c:field>"), "camunda:field"),
                Arguments.of(inTask("<c:field name='kind' expression='${unit}'/>"), "camunda:field"),
                Arguments.of(input("<c:script scriptFormat='javascript'>1</c:script>"), "camunda:script"),
                Arguments.of(
                        inTask(
                                "<c:taskListener event='create'><c:script scriptFormat='js'>1</c:script></c:taskListener>"),
                        "camunda:taskListener"),
                Arguments.of("<b:adHocSubProcess id='s'/>", "bpmn:adHocSubProcess"),
                Arguments.of("<b:complexGateway id='s'/>", "bpmn:complexGateway"),
                Arguments.of(
                        "<b:subProcess id='s'><b:multiInstanceLoopCharacteristics><b:loopCardinality>1000000000</b:loopCardinality></b:multiInstanceLoopCharacteristics></b:subProcess>",
                        "bpmn:loopCardinality"),
                Arguments.of(timer("timeDuration", "garbage"), "bpmn:timeDuration"),
                Arguments.of(timer("timeDuration", "PT5分"), "bpmn:timeDuration"),
                Arguments.of(timer("timeDate", "2026-13-40"), "bpmn:timeDate"),
                Arguments.of(timer("timeCycle", "R3/daily"), "bpmn:timeCycle"),
                Arguments.of(timer("timeDuration", "garbage ${unit}"), "bpmn:timeDuration"),
                Arguments.of("<b:ioSpecification id='s'/>", "bpmn:ioSpecification"),
                Arguments.of("<b:resourceRole id='s'/>", "bpmn:resourceRole"),
                Arguments.of("<b:userTask id='s'><b:potentialOwner/></b:userTask>", "bpmn:potentialOwner"),
                Arguments.of(
                        inTask("<c:errorEventDefinition errorRef='x' expression='${true}'/>"),
                        "camunda:errorEventDefinition"),
                Arguments.of(inTask("<c:formProperty id='x' expression='${unit}'/>"), "camunda:formProperty"),
                Arguments.of(
                        inTask("<z:taskDefinition xmlns:z='http://camunda.org/schema/zeebe/1.0' type='x'/>"),
                        "z:taskDefinition"),
                Arguments.of(inTask("<a:field xmlns:a='http://activiti.org/bpmn' name='x'/>"), "a:field"),
                Arguments.of("<scriptTask xmlns='' id='s'/>", "scriptTask"));
    }

    /** A process that a timer starts. */
    private static String timer(String element, String text) {
        return "<b:startEvent id='s'><b:timerEventDefinition><b:%1$s>%2$s</b:%1$s></b:timerEventDefinition></b:startEvent>"
                .formatted(element, text);
    }

    static Stream<Arguments> attributes() {
        return Stream.of(
                Arguments.of("<b:serviceTask id='s' c:class='java.lang.Object'/>", "camunda:class", CODE),
                Arguments.of("<b:serviceTask id='s' c:expression='${unit}'/>", "camunda:expression", CODE),
                Arguments.of("<b:serviceTask id='s' c:type='external' c:topic='x'/>", "camunda:type", CODE),
                Arguments.of("<b:serviceTask id='s' c:type='shell'/>", "camunda:type", CODE),
                Arguments.of("<b:sendTask id='s' c:type='mail'/>", "camunda:type", CODE),
                Arguments.of("<b:businessRuleTask id='s' c:class='x.Y'/>", "camunda:class", CODE),
                Arguments.of("<b:serviceTask id='s' c:resultVariable='x'/>", "camunda:resultVariable", REMOVE),
                Arguments.of(
                        "<b:intermediateThrowEvent id='s'><b:messageEventDefinition c:class='x.Y'/></b:intermediateThrowEvent>",
                        "camunda:class",
                        CODE),
                Arguments.of("<b:userTask id='s' c:formKey='https://example.org/x.html'/>", "camunda:formKey", "表单引用"),
                Arguments.of("<b:startEvent id='s' c:formHandlerClass='x.Y'/>", "camunda:formHandlerClass", CODE),
                Arguments.of(
                        "<b:callActivity id='s' calledElement='x' c:variableMappingClass='x.Y'/>",
                        "camunda:variableMappingClass",
                        CODE),
                Arguments.of(
                        "<b:callActivity id='s' calledElement='x' c:variableMappingDelegateExpression='${aDelegate}'/>",
                        "camunda:variableMappingDelegateExpression",
                        CODE),
                Arguments.of("<b:callActivity id='s' c:caseRef='x'/>", "camunda:caseRef", REMOVE),
                Arguments.of(inTask("<c:executionListener event='start' class='x.Y'/>"), "class", CODE),
                Arguments.of(
                        "<b:sequenceFlow id='s'><b:conditionExpression language='groovy'>1</b:conditionExpression></b:sequenceFlow>",
                        "language",
                        REMOVE),
                Arguments.of(
                        "<b:sequenceFlow id='s'><b:conditionExpression c:resource='x.groovy'/></b:sequenceFlow>",
                        "camunda:resource",
                        CODE),
                Arguments.of(
                        "<b:boundaryEvent id='s'><b:conditionalEventDefinition><b:condition language='js'>1</b:condition></b:conditionalEventDefinition></b:boundaryEvent>",
                        "language",
                        REMOVE),
                Arguments.of(
                        "<b:userTask id='s' a:formKey='x' xmlns:a='http://activiti.org/bpmn'/>", "a:formKey", REMOVE),
                Arguments.of("<b:userTask id='s' onclick='alert(1)'/>", "onclick", REMOVE));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(
                        inTask(
                                "<c:formData><c:formField id='x' type='string'><c:validation><c:constraint name='validator' config='java.lang.Object'/></c:validation></c:formField></c:formData>"),
                        "validator"),
                Arguments.of(inTask("<c:formData><c:formField id='x' type='evil'/></c:formData>"), "evil"),
                Arguments.of("<b:receiveTask id='s' instantiate='true'/>", "instantiate"),
                Arguments.of(
                        "<b:sequenceFlow id='s'><b:conditionExpression xsi:type='x:tScript' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>${true}</b:conditionExpression></b:sequenceFlow>",
                        "x:tScript"));
    }

    static Stream<Arguments> beans() {
        return Stream.of(
                        "${dataSource}",
                        "${aListener}",
                        "${deadlines}",
                        "aDelegate",
                        "${aDelegate.x}",
                        "${aDelegate}${aDelegate}",
                        "${'a'.concat('Delegate')}",
                        "${true ? aDelegate : aDelegate}",
                        "${(aDelegate)}",
                        "x${aDelegate}",
                        "${ａDelegate2}")
                .map(Arguments::of);
    }

    /** Each in its own spelling, with the name that the refusal must tell. */
    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("${''.getClass().forName('java.lang.Runtime')}", "getClass"),
                Arguments.of("${''['class']}", "方括号"),
                Arguments.of("${''['cl'.concat('ass')]}", "方括号"),
                Arguments.of("${unit['getClass']()}", "方括号"),
                Arguments.of("${deadlines['ofUnit']('a','b')}", "方括号"),
                Arguments.of("${ unit . class }", "class"),
                Arguments.of("#{unit.class}", "class"),
                Arguments.of("${'${'}${unit.class}", "class"),
                Arguments.of("a ${unit} b ${unit.class.name}", "class"),
                Arguments.of("${true ? 1 : unit.getClass()}", "getClass"),
                Arguments.of("${unit.concat(unit.getClass())}", "getClass"),
                Arguments.of("${not empty unit.bytes}", "bytes"),
                Arguments.of("${unit.repeat(1000000000)}", "repeat"),
                Arguments.of("${unit.replaceAll('(a+)+', 'b')}", "replaceAll"),
                Arguments.of("${unit.matches('(a+)+')}", "matches"),
                Arguments.of("${deadlines}", "deadlines"),
                Arguments.of("${(deadlines).ofUnit('a', 'b')}", "deadlines"),
                Arguments.of("${deadlines.rounds}", "deadlines.rounds"),
                Arguments.of("${deadlines.ofUnit}", "deadlines.ofUnit"),
                Arguments.of("${deadlines.ofUnit('a', 'b').deadline()}", "deadline"),
                Arguments.of("${ｄeadlines.ofUnit('a', 'b')}", "ofUnit"),
                Arguments.of("${aDelegate.execute(execution)}", "aDelegate"),
                Arguments.of("${aDelegate.notify(task)}", "aDelegate"),
                Arguments.of("${execution}", "execution"),
                Arguments.of("${execution.processEngineServices}", "processEngineServices"),
                Arguments.of("${execution.getProcessEngineServices()}", "getProcessEngineServices"),
                Arguments.of("${execution.setVariable('outcome', 'ACCEPT')}", "setVariable"),
                Arguments.of("${task.complete()}", "task.complete"),
                Arguments.of("${task.execution.id}", "task.execution"),
                Arguments.of("${caseExecution.id}", "caseExecution"),
                Arguments.of("${externalTask.id}", "externalTask"),
                Arguments.of("${S('<a/>')}", "S"),
                Arguments.of("${XML('<a/>')}", "XML"),
                Arguments.of("${dateTime().plusDays(1)}", "dateTime"),
                Arguments.of("${fn:join(unit)}", "fn:join"),
                Arguments.of("${lateLists.over('a', 'b')}", "lateLists.over"),
                Arguments.of("${lateLists.toReview(campaignId)}", "所属流程"),
                Arguments.of("${projectSheet.of(applicationId)}", "projectSheet.of"),
                Arguments.of("${" + "(".repeat(40) + "1" + ")".repeat(40) + "}", "层次"),
                Arguments.of("${'" + "a".repeat(3000) + "'}", "过长"));
    }

    /** Wherever the engine evaluates an expression. */
    static List<String> places() {
        List<String> places = new ArrayList<>();
        for (String attribute : List.of(
                "c:assignee",
                "c:candidateGroups",
                "c:candidateUsers",
                "c:dueDate",
                "c:followUpDate",
                "c:priority",
                "c:formRef",
                "c:asyncBefore",
                "c:jobPriority",
                "name",
                "c:formRefVersion")) {
            places.add("<b:userTask id='s' " + attribute + "='%s'/>");
        }
        places.addAll(
                List.of(
                        "<b:callActivity id='s' calledElement='%s'/>",
                        "<b:callActivity id='s' calledElement='x' c:calledElementVersion='%s'/>",
                        "<b:businessRuleTask id='s' c:decisionRef='%s'/>",
                        "<b:sequenceFlow id='s'><b:conditionExpression>%s</b:conditionExpression></b:sequenceFlow>",
                        "<b:sequenceFlow id='s'><b:conditionExpression><![CDATA[%s]]></b:conditionExpression></b:sequenceFlow>",
                        "<b:startEvent id='s'><b:timerEventDefinition><b:timeDate>%s</b:timeDate></b:timerEventDefinition></b:startEvent>",
                        "<b:startEvent id='s'><b:timerEventDefinition><b:timeCycle>%s</b:timeCycle></b:timerEventDefinition></b:startEvent>",
                        "<b:boundaryEvent id='s'><b:conditionalEventDefinition><b:condition>%s</b:condition></b:conditionalEventDefinition></b:boundaryEvent>",
                        "<b:serviceTask id='s' c:delegateExpression='${aDelegate}'><b:extensionElements><c:inputOutput><c:inputParameter name='x'>%s</c:inputParameter></c:inputOutput></b:extensionElements></b:serviceTask>",
                        inTask("<c:inputOutput><c:outputParameter name='x'>%s</c:outputParameter></c:inputOutput>"),
                        inTask(
                                "<c:inputOutput><c:inputParameter name='x'><c:list><c:value>%s</c:value></c:list></c:inputParameter></c:inputOutput>"),
                        inTask(
                                "<c:inputOutput><c:inputParameter name='x'><c:map><c:entry key='%s'>1</c:entry></c:map></c:inputParameter></c:inputOutput>"),
                        inTask("<c:in sourceExpression='%s' target='x'/>"),
                        inTask("<c:in businessKey='%s'/>"),
                        inTask("<c:failedJobRetryTimeCycle>%s</c:failedJobRetryTimeCycle>"),
                        inTask("<c:formData><c:formField id='x' type='string' defaultValue='%s'/></c:formData>"),
                        "<b:subProcess id='s'><b:multiInstanceLoopCharacteristics c:collection='%s'/></b:subProcess>",
                        "<b:subProcess id='s'><b:multiInstanceLoopCharacteristics><b:completionCondition>%s</b:completionCondition></b:multiInstanceLoopCharacteristics></b:subProcess>"));
        return places;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("elements")
    @DisplayName("an element that is not listed → refused by name and line")
    void element(String step, String name) {
        assertThat(refusal(step)).contains("文件“x.bpmn”", "第 3 行", "“" + name + "”");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("attributes")
    @DisplayName("an attribute that is not listed → refused by name, with what to do")
    void attribute(String step, String name, String advice) {
        assertThat(refusal(step)).contains("第 3 行", "属性“" + name + "”", advice);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("values")
    @DisplayName("a value that is not listed → refused with those that are")
    void value(String step, String value) {
        assertThat(refusal(step)).contains("第 3 行", value, "只能是");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beans")
    @DisplayName("a delegate that is not the name of one → refused")
    void bean(String expression) {
        String step = "<b:serviceTask id='s' c:delegateExpression='" + xml(expression) + "'/>";

        assertThat(refusal(step)).contains("不是已登记的组件");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    @DisplayName("an expression with a name that is not listed → refused, whatever its spelling")
    void expression(String expression, String told) {
        assertThat(refusal("<b:userTask id='s' c:assignee='" + xml(expression) + "'/>"))
                .contains("第 3 行", told);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    @DisplayName("wherever the engine evaluates, the names are held against the list")
    void everywhere(String step) {
        assertThat(refusal(step.formatted("${unit.getClass()}"))).contains("getClass", NAME);
        if (!step.contains("CDATA")) {
            assertThat(refusal(step.formatted("&#36;&#x7b;unit.cl&#97;ss}"))).contains("class", NAME);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<c:inputOutput><c:inputParameter name='view'>${projectSheet.of(applicationId)}</c:inputParameter><c:outputParameter name='x'>${view}</c:outputParameter></c:inputOutput>",
                "<c:inputOutput><c:inputParameter name='view'>案件：${projectSheet.of(applicationId)}</c:inputParameter><c:inputParameter name='x'>${view.concat('')}</c:inputParameter></c:inputOutput>",
                "<c:inputOutput><c:inputParameter name='view'>${projectSheet.of(applicationId)}</c:inputParameter></c:inputOutput><c:in source='view' target='x'/>"
            })
    @DisplayName("a variable that holds an applicant's text is used where its failure would show it → refused")
    void textOnward(String extension) {
        assertThatThrownBy(() -> check("application", inTask(extension)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("变量“view”存有申报内容");
    }

    @Test
    @DisplayName("DOCTYPE, with or without entities → refused")
    void doctype() {
        for (String doctype : List.of(
                "<!DOCTYPE a>",
                "<!DOCTYPE a [<!ENTITY x \"${unit.class}\">]>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">")) {
            assertThatThrownBy(() -> contents.check(
                            "x.bpmn", (doctype + SmallModel.of("x", "")).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("DOCTYPE");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<literalExpression expressionLanguage='javascript'><text>1</text></literalExpression>",
                "<literalExpression expressionLanguage='groovy'><text>1</text></literalExpression>",
                "<literalExpression expressionLanguage='juel'><text>${1}</text></literalExpression>",
                "<literalExpression expressionLanguage='feel javascript'><text>1</text></literalExpression>",
                "<decisionTable><input><inputExpression expressionLanguage='JavaScript'><text>1</text></inputExpression></input></decisionTable>",
                "<decisionTable><rule><inputEntry expressionLanguage='juel'><text>1</text></inputEntry></rule></decisionTable>",
                "<decisionTable><rule><outputEntry expressionLanguage='python'><text>1</text></outputEntry></rule></decisionTable>",
                "<invocation/>",
                "<context/>",
                "<knowledgeRequirement/>",
                "<functionDefinition/>",
                "<relation/>"
            })
    @DisplayName("a decision in another language or of another kind → refused")
    void decisions(String content) {
        assertThatThrownBy(() -> contents.check("x.dmn", decision(content)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("文件“x.dmn”")
                .hasMessageContaining("第 2 行");
    }

    @Test
    @DisplayName("a function of a DMN file's own, an import or a language for the whole file → refused")
    void besideDecisions() {
        for (String content :
                List.of("<businessKnowledgeModel id='f'/>", "<import namespace='x'/>", "<itemDefinition/>")) {
            assertThatThrownBy(() -> contents.check(
                            "x.dmn",
                            ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'>" + content
                                            + "</definitions>")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> contents.check(
                        "x.dmn",
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' expressionLanguage='groovy'/>"
                                .getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("groovy");
    }

    @Test
    @DisplayName("a hundred thousand elements within one another → refused at once")
    void deep() {
        assertThat(refusal("<b:subProcess>".repeat(100_000))).contains("嵌套超过 60 层");
    }

    private String refusal(String step) {
        try {
            check("x", step);
        } catch (Refusal e) {
            return e.getMessage();
        }
        throw new AssertionError("taken: " + step);
    }

    private void check(String process, String step) {
        contents.check("x.bpmn", SmallModel.of(process, step).getBytes(StandardCharsets.UTF_8));
    }

    private static String inTask(String extension) {
        return "<b:userTask id='s'><b:extensionElements>" + extension + "</b:extensionElements></b:userTask>";
    }

    private static String input(String content) {
        return inTask("<c:inputOutput><c:inputParameter name='x'>" + content + "</c:inputParameter></c:inputOutput>");
    }

    static byte[] decision(String content) {
        return ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='x'>\n<decision id='x' name='x'>"
                        + content + "</decision></definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("'", "&apos;").replace("<", "&lt;");
    }
}
