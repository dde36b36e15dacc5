package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterTexts;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.project.direction.DirectionList;
import cn.gdpilot.domain.project.direction.DirectionTotals;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.gate.rules.OwnSteps;
import cn.gdpilot.platform.engine.offered.OfferedBeans;
import cn.gdpilot.platform.engine.tables.TableCheck;
import cn.gdpilot.platform.engine.tables.TableContracts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The command {@code check-models FOLDER}: judges the models, tables and forms of a folder as a deployment would, without a
 * database and without starting the application.
 */
public final class CheckModels {

    /** First argument of the command line that asks for it. */
    public static final String COMMAND = "check-models";

    private static final List<String> FOLDERS = List.of("", "processes", "forms");

    private CheckModels() {}

    /**
     * Checks and prints what was found, a line each.
     *
     * @param args the command and a folder; files are looked for in it, in its processes/ and in its forms/; settings as at a start
     * @return exit code: 0 if all are taken, 1 if not, 2 if there is no such folder or nothing in it
     */
    public static int run(PrintStream out, String... args) {
        List<String> words =
                Stream.of(args).filter(word -> !word.startsWith("--")).toList();
        Map<String, byte[]> files = words.size() == 2 ? files(Path.of(words.get(1))) : Map.of();
        if (files.isEmpty()) {
            out.println(Texts.of("check-models.usage"));
            return 2;
        }
        CheckedLists lists = CheckedLists.of(Path.of(words.get(1)), args);
        out.println(lists.words());
        long begun = System.nanoTime();
        List<String> faults = gate(lists).faults(completed(files));
        faults.forEach(out::println);
        out.println(Texts.of(
                faults.isEmpty() ? "check-models.right" : "check-models.wrong",
                files.size(),
                faults.size(),
                (System.nanoTime() - begun) / 1_000_000));
        return faults.isEmpty() ? 0 : 1;
    }

    /** A deployment is completed with what runs: here the shipped forms of models, and the shipped models of forms, stand in. */
    private static Map<String, byte[]> completed(Map<String, byte[]> files) {
        Map<String, byte[]> all = new TreeMap<>(files);
        boolean hasForms = files.keySet().stream().anyMatch(name -> name.endsWith(".form"));
        if (hasForms || files.keySet().stream().anyMatch(name -> name.endsWith(".bpmn"))) {
            shipped("forms/*.form").forEach(all::putIfAbsent);
        }
        if (hasForms) {
            shipped("processes/*.bpmn").forEach(all::putIfAbsent);
        }
        return all;
    }

    private static Map<String, byte[]> shipped(String pattern) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                files.put(file.getFilename(), file.getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gate with the beans of the program. */
    static ModelGate gate(CheckedLists by) {
        ReferenceFiles lists = new ReferenceFiles(by.reference());
        FurtherLetters letters = new FurtherLetters(lists);
        DirectionList directions = new DirectionList(lists);
        TableContracts contracts = new TableContracts(
                new LetterWords(letters),
                directions,
                new DirectionTotals(directions, lists),
                new ExtraFacts(new RoundLists(lists)),
                new MaterialKinds(lists));
        return new ModelGate(
                ExpressionNames.load(),
                OfferedBeans.all()::isStep,
                new TableCheck(contracts),
                Surroundings.groups(lists),
                new OwnSteps(new FurtherGroups(lists), letters, LetterTexts.in(by.letters())));
    }

    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String below : FOLDERS) {
            Path place = folder.resolve(below);
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.list(place)) {
                    for (Path file : found.filter(CheckModels::isModel).toList()) {
                        files.put(file.getFileName().toString(), Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static boolean isModel(Path file) {
        return file.getFileName().toString().matches(".*\\.(bpmn|dmn|form)");
    }
}
