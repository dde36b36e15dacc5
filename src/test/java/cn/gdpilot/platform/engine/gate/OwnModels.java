package cn.gdpilot.platform.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

/** The shipped model of a list with a legal check before its signature, as a designer would draw it. */
public final class OwnModels {

    private OwnModels() {}

    /** Ranked → legal check → opinion kept → the unit is told → signed; objected to → ranked again. */
    public static String legalCheck() throws IOException {
        String model = Files.readString(Path.of("processes/recommendation.bpmn"));
        String signing = "targetRef=\"UserTask_SignRecommendation\"";
        String arriving = "<bpmn:incoming>SequenceFlow_SigningJoinedToSignRecommendation</bpmn:incoming>";
        assertThat(model).containsOnlyOnce(signing).contains(arriving);
        String steps = """
                <bpmn:userTask id="UserTask_LegalCheck" name="合法性审查" camunda:formRef="legal-check" camunda:formRefBinding="deployment" camunda:candidateGroups="legal-check">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="view">${recommendationSheet.of(campaignId, unit)}</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                  <bpmn:incoming>SequenceFlow_SigningJoinedToSignRecommendation</bpmn:incoming>
                  <bpmn:outgoing>SequenceFlow_LegalCheckToOpinion</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:serviceTask id="ServiceTask_RegisterOpinion" name="登记意见" camunda:delegateExpression="${registerOpinionDelegate}">
                  <bpmn:incoming>SequenceFlow_LegalCheckToOpinion</bpmn:incoming>
                  <bpmn:outgoing>SequenceFlow_OpinionToDecision</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:exclusiveGateway id="ExclusiveGateway_LegalDecision" name="是否同意？" default="SequenceFlow_LegalToLetter">
                  <bpmn:incoming>SequenceFlow_OpinionToDecision</bpmn:incoming>
                  <bpmn:outgoing>SequenceFlow_LegalToLetter</bpmn:outgoing>
                  <bpmn:outgoing>SequenceFlow_LegalToRanking</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:serviceTask id="ServiceTask_SendLetter" name="发送通知" camunda:delegateExpression="${sendLetterDelegate}">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="letter">legal-passed</camunda:inputParameter>
                      <camunda:inputParameter name="to">UNIT</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                  <bpmn:incoming>SequenceFlow_LegalToLetter</bpmn:incoming>
                  <bpmn:outgoing>SequenceFlow_LetterToSign</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="SequenceFlow_LegalCheckToOpinion" sourceRef="UserTask_LegalCheck" targetRef="ServiceTask_RegisterOpinion"/>
                <bpmn:sequenceFlow id="SequenceFlow_OpinionToDecision" sourceRef="ServiceTask_RegisterOpinion" targetRef="ExclusiveGateway_LegalDecision"/>
                <bpmn:sequenceFlow id="SequenceFlow_LegalToLetter" name="同意" sourceRef="ExclusiveGateway_LegalDecision" targetRef="ServiceTask_SendLetter"/>
                <bpmn:sequenceFlow id="SequenceFlow_LegalToRanking" name="不同意" sourceRef="ExclusiveGateway_LegalDecision" targetRef="ExclusiveGateway_RankingJoined">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'OBJECT'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="SequenceFlow_LetterToSign" sourceRef="ServiceTask_SendLetter" targetRef="UserTask_SignRecommendation"/>
                """;
        return model.replace(signing, "targetRef=\"UserTask_LegalCheck\"")
                .replace(arriving, "<bpmn:incoming>SequenceFlow_LetterToSign</bpmn:incoming>")
                .replaceFirst("(?=<bpmn:userTask id=\"UserTask_SignRecommendation\")", Matcher.quoteReplacement(steps))
                .replace("</bpmndi:BPMNPlane>", drawn() + "</bpmndi:BPMNPlane>");
    }

    private static String drawn() {
        StringBuilder drawn = new StringBuilder();
        for (String step : List.of(
                "UserTask_LegalCheck",
                "ServiceTask_RegisterOpinion",
                "ExclusiveGateway_LegalDecision",
                "ServiceTask_SendLetter")) {
            drawn.append(
                    "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\"><dc:Bounds x=\"1200\" y=\"400\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
                            .formatted(step, step));
        }
        for (String flow : List.of(
                "SequenceFlow_LegalCheckToOpinion",
                "SequenceFlow_OpinionToDecision",
                "SequenceFlow_LegalToLetter",
                "SequenceFlow_LegalToRanking",
                "SequenceFlow_LetterToSign")) {
            drawn.append(
                    "<bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\"><di:waypoint x=\"1200\" y=\"400\"/><di:waypoint x=\"1300\" y=\"400\"/></bpmndi:BPMNEdge>"
                            .formatted(flow, flow));
        }
        return drawn.toString();
    }

    /** The form of the legal check: an answer, and compulsory words. */
    public static String legalForm() {
        return """
                {"id": "legal-check", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [
                  {"type": "text", "text": "{{view}}", "id": "Field_View"},
                  {"type": "radio", "key": "outcome", "label": "审查结论", "id": "Field_Outcome", "validate": {"required": true},
                   "values": [{"label": "同意", "value": "AGREE"}, {"label": "不同意", "value": "OBJECT"}]},
                  {"type": "textarea", "key": "grounds", "label": "意见", "id": "Field_Grounds", "validate": {"required": true, "maxLength": 2000}}
                 ]}
                """;
    }
}
