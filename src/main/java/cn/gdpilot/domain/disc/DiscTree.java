package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Which file lies where: a folder for each project in order of priority, in it one for each class of materials (R2.13). */
class DiscTree {

    private final DiscNames names = new DiscNames();
    private final List<DiscFile> files = new ArrayList<>();
    private final StringBuilder index = new StringBuilder();
    private final StringBuilder renamed = new StringBuilder();

    DiscTree(List<DiscProject> projects) {
        for (int i = 0; i < projects.size(); i++) {
            add(i + 1, projects.get(i));
        }
        if (!renamed.isEmpty()) {
            index.append('\n').append(Texts.of("disc.renamed")).append('\n').append(renamed);
        }
    }

    List<DiscFile> files() {
        return files;
    }

    /** The table of contents (索引目录) as text, with the full names of what a disc takes under another name only. */
    String index() {
        return index.toString();
    }

    private void add(int place, DiscProject project) {
        String prefix = "%02d_%s_".formatted(place, project.number());
        String folder = DiscNames.folder(prefix + project.name());
        note("disc.full-folder", folder, folder.substring(prefix.length()), project.name());
        index.append(Texts.of("disc.project", place, project.name(), project.applicant(), project.number()))
                .append('\n');
        for (Material material : project.materials()) {
            // Labels carry hints for the form in brackets; a folder needs none.
            String kind = Texts.label("material", material.kind()).replaceAll("（.*）", "");
            String path = names.file("data/" + folder + "/" + kind, material.name());
            String shown = path.substring("data/".length());
            files.add(new DiscFile(place, path, material));
            index.append("    ").append(shown).append('\n');
            note("disc.full-name", shown, path.substring(path.lastIndexOf('/') + 1), material.name());
        }
    }

    private void note(String words, String path, String name, String fullName) {
        if (!name.equals(fullName)) {
            renamed.append("    ").append(Texts.of(words, path, fullName)).append('\n');
        }
    }
}
