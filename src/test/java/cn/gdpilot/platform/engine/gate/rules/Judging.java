package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks one family of rules. */
final class Judging {

    private static final Release.Beside NOTHING = new Release.Beside() {
        @Override
        public boolean hasProcess(String id) {
            return false;
        }

        @Override
        public boolean hasTable(String id) {
            return id.equals("own-table");
        }

        @Override
        public boolean hasForm(String id) {
            return false;
        }

        @Override
        public boolean hasGroup(String id) {
            return false;
        }
    };

    private Judging() {}

    /** Passes if the family finds nothing; else fails as the gate does. */
    static void check(Family family, String file, DrawnModel model, Map<String, DrawnForm> forms) {
        Release release = new Release(Map.of(file, model), forms, NOTHING);
        List<Fault> faults = family.faults(new Handed(file, model, release, Contract.load()));
        if (!faults.isEmpty()) {
            throw Fault.refusal(faults.stream().map(Fault::text).toList());
        }
    }

    static Map<String, DrawnForm> forms() {
        Map<String, DrawnForm> forms = new TreeMap<>();
        for (Path file : files("forms")) {
            try {
                forms.put(file.getFileName().toString(), new DrawnForm(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return forms;
    }

    static Stream<Path> models() {
        return files("processes").stream().filter(file -> file.toString().endsWith(".bpmn"));
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
