package cn.gdpilot.platform.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.direction.DirectionTotals;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.platform.engine.faults.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that would stop intake, reminders or self-checks is told of when it is handed in, at its row and column. */
class TableCheckTest {

    private final TableCheck check = new TableCheck(SampleTables.contracts());

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "applicant-eligibility", "project-eligibility", "application-limits", "required-materials",
                        "video-length",
                "direction-authority", "recommendation-quota", "priority-conditions", "duplicate-verdict",
                        "reminder-schedule"
            })
    @DisplayName("a table as shipped → no fault")
    void shipped(String table) throws IOException {
        assertThat(faults(check, table + ".dmn", Files.readAllBytes(SampleTables.file(table))))
                .isEmpty();
    }

    @Test
    @DisplayName("R1.1 a table that was found right → judged again where the notice's numbers are others")
    void otherNumbers(@TempDir Path lists) throws IOException {
        byte[] table = Files.readAllBytes(SampleTables.file("direction-authority"));
        assertThat(faults(check, "direction-authority.dmn", table)).isEmpty();
        String numbers = Files.readString(Path.of("content/reference/direction-totals.csv"));
        Files.writeString(lists.resolve("direction-totals.csv"), numbers.replace("department,25", "department,24"));
        TableCheck after = new TableCheck(new TableContracts(
                new LetterWords(),
                DirectionsFixture.list(),
                new DirectionTotals(DirectionsFixture.list(), new ReferenceFiles(lists))));

        assertThat(faults(after, "direction-authority.dmn", table))
                .singleElement()
                .asString()
                .contains("应为 24");
    }

    @Test
    @DisplayName("R2.3 a column for a round's own question → right where the list asks it, else refused")
    void ownQuestion(@TempDir Path lists) throws IOException {
        TableCheck asking = new TableCheck(SampleTables.askingForShare(lists));

        assertThat(asking.faults("applicant-eligibility.dmn", SampleTables.judgingShare("rdShare")))
                .isEmpty();
        assertThat(asking.faults("applicant-eligibility.dmn", SampleTables.judgingShare("share")))
                .isNotEmpty();
        assertThat(check.faults("applicant-eligibility.dmn", SampleTables.judgingShare("rdShare")))
                .singleElement()
                .asString()
                .contains("rdShare");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            required-materials    | "INDEX"</text>\\n        </outputEntry>    | "LICENCE"</text>\\n        </outputEntry>  | 第 6 行“材料种类”（material）列：“LICENCE”不认识，只能填 APPLICATION_FORM、VIDEO
            required-materials    | <text>3</text>          | <text>"三"</text>          | 第 3 行“最少份数”（minCount）列：须为 0 至
            required-materials    | <text>3</text>          | <text>2.5</text>          | 第 3 行“最少份数”（minCount）列：须为 0 至
            required-materials    | <text>3</text>          | <text></text>             | 第 3 行“最少份数”（minCount）列：不能为空
            required-materials    | <text>"pdf,docx"</text> | <text>"pdf；docx"</text>   | 第 1 行“允许格式”（formats）列：须为用英文逗号分隔
            required-materials    | name="formats"          | name="format"             | 缺少名为“formats”的输出列（现有：material、minCount、format、rule）
            reminder-schedule     | <text>"digest"</text>   | <text>"summary"</text>    | 列：“summary”不能用作提醒
            reminder-schedule     | <text>"LEAD"</text>     | <text>"BOSS"</text>       | （recipient）列：“BOSS”不认识
            reminder-schedule     | <text>3</text>\\n        </outputEntry> | <text>4</text>\\n        </outputEntry> | （escalation）列：须为 0 至 3 的整数
            reminder-schedule     | <text>"WORK"</text>     | <text>"WORKS"</text>      | 列：“WORKS”不认识，只能填 CITY、MINISTRY、WORK
            applicant-eligibility | <text>"REFER"</text>    | <text>"ASK"</text>        | （verdict）列：“ASK”不认识，只能填 REFUSE、REFER、NOTE
            project-eligibility   | name="verdict"          | name="result"             | 缺少名为“verdict”的输出列
            application-limits    | <text>"R2.9"</text>     | <text>2.9</text>          | （rule）列：须为文字
            application-limits    | <text>"R2.9"</text>     | <text>"R2.9和R2.10两条"</text> | （rule）列：文字不能超过 10 个字
            application-limits    | <text>othersInTotal<    | <text>others<             | 用的“others”不是程序给出的内容；可用的有 othersInCategory、othersInTotal
            video-length          | <text>"NOTE"</text>     | <text>null</text>         | （verdict）列：不能为空
            video-length          | hitPolicy="FIRST"       | hitPolicy="COLLECT"       | 命中策略必须是 FIRST
            duplicate-verdict     | <text>"SAME"</text>     | <text>"EQUAL"</text>      | （verdict）列：“EQUAL”不认识
            recommendation-quota  | <text>15</text>         | <text>"15"</text>         | 第 3 行“推荐名额上限”（quota）列：须为 0 至
            recommendation-quota  | name="quota" typeRef="integer" | name="quota" typeRef="string" | （quota）的类型“string”不对
            recommendation-quota  | <text>"DEPARTMENT"</text>\\n        </outputEntry> | <text>"PROVINCE"</text>\\n        </outputEntry> | （destination）列：“PROVINCE”不认识，只能填 DEPARTMENT、MINISTRY
            recommendation-quota  | <text>"CITY"</text>\\n        </outputEntry> | <text>"TOWN"</text>\\n        </outputEntry> | （deadline）列：“TOWN”不认识，只能填 CITY、MINISTRY
            direction-authority   | <text>true</text>       | <text>"true"</text>       | （department）列：须为 true 或 false
            required-materials    | "INDEX"</text>\\n        </outputEntry>    | “INDEX”</text>\\n        </outputEntry>  | 第 6 行“材料种类”（material）列：““INDEX””无法识别
            required-materials    | <text>"pdf,docx"</text> | <text>pdf,docx</text>     | 第 1 行“允许格式”（formats）列：“pdf,docx”没有加引号
            required-materials    | <text>"pdf,docx"</text> | <text>pdf</text>          | 第 1 行“允许格式”（formats）列：“pdf”没有加引号，程序读不出内容：文字要加英文双引号
            required-materials    | <text></text>\\n        </inputEntry> | <text>not(null)</text>\\n        </inputEntry> | channel=未知）没有一行命中
            direction-authority   | <text>"T01"</text>      | <text>"T0l"</text>        | 第 1 行“申报方向代码”（direction）列：“T0l”不认识，只能填 C01
            direction-authority   | <text>true</text>       | <text>false</text>        | 没有主管部门（R1.2、R1.3）
            direction-authority   | <text>"T01"</text>      | <text>not("T02")</text>   | 算不出结果：第 1、3 行同时命中
            reminder-schedule     | <text>14,7,3,1,0</text> | <text>"14","7"</text>     | 第 1 行“剩余天数”（daysLeft）列：“"14","7"”中带引号的是文字，而这一列是数字
            reminder-schedule     | <text>false</text>      | <text>"false"</text>      | （done）列：“"false"”中带引号的是文字，而这一列只有 true 或 false
            reminder-schedule     | <text>false</text>      | <text>no</text>           | （done）列：“no”不认识，这一行永远不会命中
            reminder-schedule     | <text>"WORK"</text>     | <text>WORK</text>         | （deadline）列：“WORK”没有加引号
            video-length          | <text>&lt; 300</text>   | <text>&lt; "300"</text>   | 行“视频时长（秒）”（seconds）列：“< "300"”中带引号的是文字，而这一列是数字
            project-eligibility   | <text>"REFUSE"</text>   | <text>REFUSE</text>       | （verdict）列：“REFUSE”没有加引号，程序读不出内容：文字要加英文双引号
            project-eligibility   | <text>"未建成的项目不得申报；请待项目建成后再申报。"</text> | <text>未建成的项目不得申报</text> | （message）列：“未建成的项目不得申报”没有加引号
            required-materials    | <text>3</text>          | <text>3份</text>           | 第 3 行“最少份数”（minCount）列：“3份”无法识别
            reminder-schedule     | <text>"reminder"</text> | <text>“reminder”</text>   | （template）列：“
            reminder-schedule     | <text>14,7,3,1,0</text> | <text>14，7</text>         | 第 1 行“剩余天数”（daysLeft）列：“14，7”无法识别
            reminder-schedule     | <text>"digest"</text>   | <text>"refusal"</text>    | 列：“refusal”不能用作提醒
            reminder-schedule     | <text>"digest"</text>   | <text>"selected"</text>   | 列：“selected”不能用作提醒
            reminder-schedule     | <text>"escalation"</text> | <text>"digest"</text>   | 发给 LEAD 的提醒不能用“digest”
            reminder-schedule     | <text>"draft-reminder"</text> | <text>"draft-" + 3</text> | （template）列：
            applicant-eligibility | <text>"CENTRAL"</text>  | <text>“CENTRAL”</text>    | 第 4 行“申报渠道”（channel）列：““CENTRAL””无法识别
            applicant-eligibility | <text>registeredIn<     | <text>registeredIn，<      | registeredIn，”无法识别
            priority-conditions   | name="message"          | name="text"               | 缺少名为“message”的输出列
            """)
    @DisplayName("one cell or name changed → told with file, table, row, column and what is wrong")
    void changed(String table, String was, String became, String told) throws IOException {
        String file = table + ".dmn";

        List<String> faults = faults(check, file, SampleTables.changed(table, lines(was), lines(became)));

        assertThat(faults).isNotEmpty();
        assertThat(faults)
                .anySatisfy(fault ->
                        assertThat(fault).contains("文件“" + file + "” · ").contains(told));
    }

    @Test
    @DisplayName("another id than the file's name → told, since nobody would ask the table")
    void renamed() throws IOException {
        byte[] model = SampleTables.changed("video-length", "<decision id=\"video-length\"", "<decision id=\"video\"");

        assertThat(faults(check, "video-length.dmn", model))
                .anySatisfy(fault -> assertThat(fault).contains("没有编号为“video-length”的规则表"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "applicant-eligibility", "project-eligibility", "application-limits", "required-materials",
                        "video-length",
                "direction-authority", "recommendation-quota", "priority-conditions", "duplicate-verdict",
                        "reminder-schedule"
            })
    @DisplayName("a table without rows → told, since its rule would no longer be asked of anybody")
    void withoutRows(String table) throws IOException {
        byte[] model = Files.readString(SampleTables.file(table))
                .replaceAll("(?s)<rule .*</rule>", "")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(faults(check, table + ".dmn", model))
                .singleElement()
                .asString()
                .contains(table, "表中没有一行规则");
    }

    @Test
    @DisplayName("R1.2 a direction without a row → told with its code")
    void directionWithoutRow() throws IOException {
        byte[] model = Files.readString(SampleTables.file("direction-authority"))
                .replaceAll("(?s)<rule id=\"Rule_01\">.*?</rule>", "")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(faults(check, "direction-authority.dmn", model))
                .singleElement()
                .asString()
                .contains("试算时（direction=T01）没有一行命中");
    }

    @Test
    @DisplayName("a second table that belongs into another file → told, since it would replace that one")
    void secondTable() throws IOException {
        String other = Files.readString(SampleTables.file("project-eligibility"))
                .replaceAll("(?s).*(<decision .*</decision>).*", "$1")
                .replaceAll(" id=\"(?!project-eligibility\")", " id=\"Second_");
        byte[] model = SampleTables.changed("video-length", "</decision>", "</decision>" + other);

        assertThat(faults(check, "video-length.dmn", model))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("video-length.dmn", "还有编号为“project-eligibility”的规则表", "project-eligibility.dmn"));
    }

    @Test
    @DisplayName("conditions and answers that compute with facts → no fault, though they have no quotes")
    void computing() throws IOException {
        byte[] compared = SampleTables.changed(
                "application-limits",
                "<text>\"R2.9\"</text>",
                "<text>if othersInTotal &gt; 1 then \"R2.9\" else \"R2.10\"</text>");
        byte[] negated = SampleTables.changed(
                "reminder-schedule", "<text>\"WORK\"</text>", "<text>not(\"CITY\",\"MINISTRY\")</text>");

        assertThat(faults(check, "application-limits.dmn", compared)).isEmpty();
        assertThat(faults(check, "reminder-schedule.dmn", negated)).isEmpty();
    }

    @Test
    @DisplayName("R3.2 two rows answer for one unit → told with the facts, though each cell is right")
    void twoRows() throws IOException {
        byte[] model = SampleTables.changed(
                "recommendation-quota",
                "\"EAST\",\"WEST\",\"NORTH\"</text>\n        </inputEntry>",
                "\"EAST\",\"WEST\",\"PRD\"</text>\n        </inputEntry>");

        assertThat(faults(check, "recommendation-quota.dmn", model))
                .anySatisfy(fault -> assertThat(fault).contains("试算时（unitType=CITY，region=PRD）算不出结果：第 1、2 行同时命中"))
                .anySatisfy(fault -> assertThat(fault).contains("试算时（unitType=CITY，region=NORTH）没有一行命中"));
    }

    @Test
    @DisplayName("an expression that gives an unknown verdict for sample facts → told with the facts")
    void computed() throws IOException {
        byte[] model = SampleTables.changed(
                "application-limits", "<text>\"REFUSE\"</text>", "<text>\"REFUSE\" + string(othersInTotal)</text>");

        assertThat(faults(check, "application-limits.dmn", model))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("第 1 行")
                        .contains("（verdict）列：试算时（")
                        .contains("“REFUSE0”不认识"));
    }

    @Test
    @DisplayName("a cell with a description → the description is not its content")
    void description() throws IOException {
        byte[] answer = SampleTables.changed(
                "required-materials", "<text>3</text>", "<description>三份</description><text>3</text>");
        byte[] condition = SampleTables.changed(
                "reminder-schedule", "<text>\"WORK\"</text>", "<description>\"办理\"</description><text>\"WORK\"</text>");
        byte[] wrong = SampleTables.changed(
                "required-materials", "<text>3</text>", "<description>三份</description><text>\"三\"</text>");

        assertThat(faults(check, "required-materials.dmn", answer)).isEmpty();
        assertThat(faults(check, "reminder-schedule.dmn", condition)).isEmpty();
        assertThat(faults(check, "required-materials.dmn", wrong))
                .singleElement()
                .asString()
                .contains("（minCount）列：须为");
    }

    @Test
    @DisplayName("a table that this program does not ask, and a file that is no DMN → left to the engine")
    void others() {
        byte[] table =
                ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='x'><decision id='own' name='自用' xmlns:c='http://camunda.org/schema/1.0/dmn' c:historyTimeToLive='P1825D'/>"
                                + "<i:DMNDI xmlns:i='https://www.omg.org/spec/DMN/20191111/DMNDI/'><i:DMNDiagram><i:DMNShape dmnElementRef='own'/></i:DMNDiagram></i:DMNDI></definitions>")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(faults(check, "own.dmn", table)).isEmpty();
        assertThat(faults(check, "video-length.dmn", "<a/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static List<String> faults(TableCheck check, String file, byte[] table) {
        return check.faults(file, table).stream().map(Fault::text).toList();
    }

    private static String lines(String cell) {
        return cell.replace("\\n", "\n");
    }
}
