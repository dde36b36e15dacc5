package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.platform.engine.gate.OwnModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shipped files, with a legal check of a designer's own and the lists that declare its group and letter. */
final class TestParts {

    private TestParts() {}

    /** Models, tables and forms. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            for (Path file : inside(Path.of(folder))) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        files.put("recommendation.bpmn", OwnModels.legalCheck().getBytes(StandardCharsets.UTF_8));
        files.put("legal-check.form", OwnModels.legalForm().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Fills a folder with the reference lists. */
    static Path lists(Path folder) throws IOException {
        for (Path file : inside(Path.of("content/reference"))) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        add(folder, "further-groups.csv", "legal-check,合法性审查岗");
        add(folder, "further-letters.csv", "legal-passed,UNIT;LEAD");
        add(folder, "extra-facts.csv", ",rdShare,研发投入占比是多少？,,NUMBER,0..100,true,APPLICANT,applicant-eligibility,R2.3");
        return folder;
    }

    private static void add(Path folder, String list, String line) throws IOException {
        Files.writeString(folder.resolve(list), line + "\n", StandardOpenOption.APPEND);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
