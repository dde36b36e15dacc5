package cn.gdpilot.domain.papers;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The index (索引目录) of materials, without itself: by project, in it by the classes of R2.13 in their order. */
@Component
public class IndexPaper {

    static final String DOCUMENT = "index";
    private static final Set<MaterialKind> ITSELF = Set.of(MaterialKind.INDEX);

    private final Documents documents;
    private final MaterialRows rows;

    IndexPaper(Documents documents, MaterialRows rows) {
        this.documents = documents;
        this.rows = rows;
    }

    /** The index as .docx. */
    public byte[] word(String holder, String date, List<Entry> projects) {
        return documents.word(DOCUMENT, facts(holder, date, projects));
    }

    /** The index as PDF. */
    public byte[] pdf(String holder, String date, List<Entry> projects) {
        return documents.pdf(DOCUMENT, facts(holder, date, projects));
    }

    /** What the index says, for who prints it together with other papers. */
    public Facts facts(String holder, String date, List<Entry> projects) {
        List<Facts> listed = new ArrayList<>();
        for (Entry project : projects) {
            listed.add(new Facts()
                    .word("place", Texts.of("index.place", listed.size() + 1))
                    .word("project", project.name())
                    .word("applicant", project.applicant())
                    .word("number", project.number())
                    .word(
                            "count",
                            project.materials().stream()
                                    .filter(file -> !ITSELF.contains(file.kind()))
                                    .count())
                    .list("materials", rows.of(project.materials(), ITSELF)));
        }
        return new Facts()
                .word("title", Texts.of(projects.size() == 1 ? "index.title" : "index.title-all"))
                .word("holder", holder)
                .word("date", date)
                .list("projects", listed);
    }

    /**
     * A project in the index.
     *
     * @param number    application number
     * @param name      project's name
     * @param applicant applicant's name
     * @param materials its files
     */
    public record Entry(String number, String name, String applicant, List<Material> materials) {}
}
