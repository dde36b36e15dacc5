package cn.gdpilot.platform.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of {@code processes/}, as they are and with mistakes. */
public final class SampleTables {

    private SampleTables() {}

    static TableContracts contracts() {
        return new TableContracts(new LetterWords(), DirectionsFixture.list(), DirectionsFixture.totals());
    }

    /** The same where a round asks for the share of R&D in per cent. */
    static TableContracts askingForShare(Path folder) throws IOException {
        Files.writeString(folder.resolve("extra-facts.csv"), """
                round,key,question,hint,type,range,required,asked,table,rule
                ,rdShare,研发投入占比（%）,,NUMBER,0..100,true,APPLICANT,applicant-eligibility,R2.3
                """);
        return new TableContracts(
                new LetterWords(),
                DirectionsFixture.list(),
                DirectionsFixture.totals(),
                new ExtraFacts(new RoundLists(new ReferenceFiles(folder))),
                new MaterialKinds(new ReferenceFiles(folder)));
    }

    /** The table applicant-eligibility with a column of that name: below 3 a person decides. */
    public static byte[] judgingShare(String column) throws IOException {
        String model = Files.readString(file("applicant-eligibility"));
        int outputs = model.indexOf("      <output id=");
        String columns = model.substring(0, outputs) + """
                      <input id="Input_Share" label="研发投入占比">
                        <inputExpression id="InputExpression_Share" typeRef="double">
                          <text>%s</text>
                        </inputExpression>
                      </input>
                """.formatted(column);
        String rows =
                model.substring(outputs).replaceFirst("(?s)(.*)</decisionTable>", "$1" + row() + "</decisionTable>");
        int number = 0;
        StringBuilder wider = new StringBuilder(columns);
        for (String part : rows.split("(?=<outputEntry id=\"[^\"]*_Output_Rule\")")) {
            if (number > 0) {
                wider.append("<inputEntry id=\"Share_").append(number).append("\"><text></text></inputEntry>");
            }
            wider.append(part);
            number++;
        }
        return wider.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row() {
        String open = "<inputEntry id=\"Share_Open_%d\"><text></text></inputEntry>";
        StringBuilder row = new StringBuilder("<rule id=\"Rule_Share\">");
        for (int i = 0; i < 7; i++) {
            row.append(open.formatted(i));
        }
        return row.append("<inputEntry id=\"Share_Low\"><text>&lt; 3</text></inputEntry>")
                .append("<outputEntry id=\"Share_Rule\"><text>\"R2.3\"</text></outputEntry>")
                .append("<outputEntry id=\"Share_Verdict\"><text>\"REFER\"</text></outputEntry>")
                .append(
                        "<outputEntry id=\"Share_Message\"><text>\"研发投入占比（%）低于3%，请审核人员判断。\"</text></outputEntry></rule>")
                .toString();
    }

    static Path file(String table) {
        return Path.of("processes", table + ".dmn");
    }

    /** The table with each occurrence of a text replaced. */
    static byte[] changed(String table, String was, String became) throws IOException {
        String model = Files.readString(file(table));
        assertThat(model).contains(was);
        return model.replace(was, became).getBytes(StandardCharsets.UTF_8);
    }
}
