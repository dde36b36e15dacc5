package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate takes what is shipped, and what a designer usually draws in Camunda Modeler. */
class ModelContentsTest {

    private final ModelContents contents = new ModelContents(ExpressionNames.load(), new GateOfTests.BeansByName());

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    @DisplayName("a shipped model → taken")
    void taken(Path file) {
        assertThatCode(() -> contents.check(file.getFileName().toString(), Files.readAllBytes(file)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<b:task id='s' name='核对'/>",
                "<b:manualTask id='s'><b:documentation>用 ${unit} 的纸质材料</b:documentation></b:manualTask>",
                "<b:userTask id='s' c:assignee='zhang' c:candidateGroups='${unit},dept-44' c:dueDate='${deadlines.ofUnit(campaignId, unit).due()}' c:priority='50'/>",
                "<b:userTask id='s'><b:extensionElements><c:formData><c:formField id='x' label='意见' type='enum'><c:properties><c:property id='hint' value='x'/></c:properties><c:validation><c:constraint name='required'/><c:constraint name='maxlength' config='200'/></c:validation><c:value id='A' name='甲'/></c:formField></c:formData><c:properties><c:property name='note' value='x'/></c:properties></b:extensionElements></b:userTask>",
                "<b:serviceTask id='s' c:asyncBefore='true' c:exclusive='false' c:delegateExpression='${sendRemindersDelegate}'><b:extensionElements><c:failedJobRetryTimeCycle>R3/PT5M</c:failedJobRetryTimeCycle><c:executionListener event='end' delegateExpression='${sendRemindersDelegate}'/><c:inputOutput><c:inputParameter name='kinds'><c:list><c:value>a</c:value><c:value>${unit}</c:value></c:list></c:inputParameter><c:inputParameter name='m'><c:map><c:entry key='k'>v</c:entry></c:map></c:inputParameter></c:inputOutput></b:extensionElements></b:serviceTask>",
                "<b:sendTask id='s' c:delegateExpression='${sendRemindersDelegate}'/>",
                "<b:businessRuleTask id='s' c:decisionRef='video-length' c:mapDecisionResult='singleResult' c:resultVariable='found'/>",
                "<b:callActivity id='s' calledElement='site-check' c:calledElementBinding='latest'><b:extensionElements><c:in businessKey='#{execution.processBusinessKey}'/><c:in source='unit' target='unit'/><c:in sourceExpression='${campaignId.concat(unit)}' target='k'/><c:out variables='all'/></b:extensionElements><b:multiInstanceLoopCharacteristics isSequential='true' c:collection='units' c:elementVariable='unit'><b:completionCondition>${nrOfCompletedInstances &gt;= 2 &amp;&amp; empty outcome}</b:completionCondition></b:multiInstanceLoopCharacteristics></b:callActivity>",
                "<b:intermediateThrowEvent id='s'><b:messageEventDefinition messageRef='m' c:delegateExpression='${sendRemindersDelegate}'/></b:intermediateThrowEvent>",
                "<b:boundaryEvent id='s' attachedToRef='t' cancelActivity='false'><b:timerEventDefinition><b:timeCycle>R3/PT10H</b:timeCycle></b:timerEventDefinition></b:boundaryEvent>",
                "<b:boundaryEvent id='s' attachedToRef='t'><b:errorEventDefinition errorRef='e' c:errorCodeVariable='code'/></b:boundaryEvent>",
                "<b:boundaryEvent id='s' attachedToRef='t'><b:escalationEventDefinition escalationRef='e'/></b:boundaryEvent>",
                "<b:intermediateCatchEvent id='s'><b:conditionalEventDefinition c:variableName='outcome'><b:condition xsi:type='b:tFormalExpression'>${outcome == 'A' ? true : false}</b:condition></b:conditionalEventDefinition></b:intermediateCatchEvent>",
                "<b:intermediateThrowEvent id='s'><b:linkEventDefinition name='A'/></b:intermediateThrowEvent>",
                "<b:endEvent id='s'><b:terminateEventDefinition/></b:endEvent>",
                "<b:inclusiveGateway id='s' default='f'/><b:eventBasedGateway id='g'/>",
                "<b:sequenceFlow id='s' sourceRef='a' targetRef='b'><b:conditionExpression xsi:type='b:tFormalExpression'>${not empty grounds and grounds.length() &lt; 20 and (unit.startsWith('city-') || quota + 1 &gt; 8)}</b:conditionExpression></b:sequenceFlow>",
                "<b:subProcess id='s' triggeredByEvent='true'><b:startEvent id='e' isInterrupting='false'><b:signalEventDefinition signalRef='x'/></b:startEvent></b:subProcess>",
                "<b:laneSet id='s'><b:lane id='l' name='厅'><b:flowNodeRef>a</b:flowNodeRef></b:lane></b:laneSet>",
                "<b:dataObjectReference id='s' dataObjectRef='o'/><b:dataObject id='o'/><b:textAnnotation id='t'><b:text>若 ${ 则</b:text></b:textAnnotation><b:association id='a' sourceRef='s' targetRef='t'/>"
            })
    @DisplayName("a step or an event as the Modeler writes it → taken")
    void usual(String step) {
        String model = SmallModel.of("x", step)
                .replace(
                        " targetNamespace",
                        " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:m='http://camunda.org/schema/modeler/1.0' exporter='Camunda Modeler'"
                                + " exporterVersion='5.40.0' m:executionPlatform='Camunda Platform' m:executionPlatformVersion='7.24.0' targetNamespace");

        assertThatCode(() -> contents.check("x.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a drawing with colours, a pool and a message → taken")
    void drawing() {
        String model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"
                  xsi:schemaLocation="http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn2:collaboration id="c"><bpmn2:participant id="p" name="省厅" processRef="x"/><bpmn2:messageFlow id="mf" sourceRef="p" targetRef="q"/></bpmn2:collaboration>
                  <bpmn2:message id="m" name="到达"/><bpmn2:signal id="s" name="s"/><bpmn2:error id="e" name="e" errorCode="E1"/><bpmn2:escalation id="k" escalationCode="1"/>
                  <bpmn2:process id="x" isExecutable="true"/>
                  <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="n" bpmnElement="c">
                    <bpmndi:BPMNShape id="h" bpmnElement="p" isHorizontal="true" bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:background-color="#bbdefb" color:border-color="#0d4372">
                      <dc:Bounds x="1" y="1" width="1" height="1"/><bpmndi:BPMNLabel color:color="#000"><dc:Bounds x="1" y="1" width="1" height="1"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                    <bpmndi:BPMNEdge id="i" bpmnElement="mf"><di:waypoint x="1" y="1" xsi:type="dc:Point"/></bpmndi:BPMNEdge>
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn2:definitions>""";

        assertThatCode(() -> contents.check("x.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a decision with inputs beside it and its drawing → taken")
    void requirements() {
        String model = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
                  xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" id="d" name="d" namespace="http://camunda.org/schema/1.0/dmn" exporter="Camunda Modeler" exporterVersion="5.40.0">
                  <decision id="x" name="x"><informationRequirement id="i"><requiredInput href="#n"/></informationRequirement>
                    <decisionTable id="t" hitPolicy="COLLECT" aggregation="SUM"><input id="a" label="秒"><inputExpression id="b" typeRef="number"><text>seconds</text></inputExpression></input>
                      <output id="c" name="y" typeRef="string"/><annotation name="条款"/><rule id="r"><description>R2.12</description><inputEntry id="e"><text>[300..600]</text></inputEntry>
                      <outputEntry id="f"><text>"a"</text></outputEntry><annotationEntry><text>R1</text></annotationEntry></rule></decisionTable></decision>
                  <inputData id="n" name="n"/><knowledgeSource id="k" name="通知"/>
                  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="x"><dc:Bounds height="80" width="180" x="1" y="1"/></dmndi:DMNShape>
                    <dmndi:DMNEdge id="e1" dmnElementRef="i"><di:waypoint x="1" y="1"/></dmndi:DMNEdge></dmndi:DMNDiagram></dmndi:DMNDI>
                </definitions>""";

        assertThatCode(() -> contents.check("x.dmn", model.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }
}
