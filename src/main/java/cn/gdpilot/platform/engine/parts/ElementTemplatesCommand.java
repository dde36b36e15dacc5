package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.identity.UnitList;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.deployment.ModelFile;
import cn.gdpilot.platform.engine.deployment.ModelFolders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The command {@code element-templates FOLDER}: writes the templates for Camunda Modeler, without a database and without starting the application. */
public final class ElementTemplatesCommand {

    /** First argument of the command line that asks for it. */
    public static final String COMMAND = "element-templates";

    private ElementTemplatesCommand() {}

    /**
     * Writes the templates of the models, tables and forms of this folder, or of those that are shipped.
     *
     * @param args the command and the folder to write to
     * @return exit code: 0, or 2 if there is no such folder
     */
    public static int run(PrintStream out, String... args) {
        if (args.length != 2 || !Files.isDirectory(Path.of(args[1]))) {
            out.println(Texts.of("element-templates.usage"));
            return 2;
        }
        Path file = Path.of(args[1]).resolve(ElementTemplates.FILE);
        try {
            Files.write(file, templates(Path.of("content/reference")).file(inFolders()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(Texts.of("element-templates.written", file));
        return 0;
    }

    /** Models, tables and forms of the folders, or those that are shipped. */
    static Drawn inFolders() {
        return new Drawn(new ModelFolders(Path.of("processes"), Path.of("forms"))
                .files().stream().collect(Collectors.toMap(ModelFile::name, ModelFile::content)));
    }

    /** With the lists of that folder. */
    static ElementTemplates templates(Path reference) {
        return new ElementTemplates(parts(reference));
    }

    /** With the lists of that folder. */
    static Parts parts(Path reference) {
        ReferenceFiles lists = new ReferenceFiles(reference);
        RoundLists rounds = new RoundLists(lists);
        FurtherLetters letters = new FurtherLetters(lists);
        return new Parts(
                new UnitList(lists),
                new FurtherGroups(lists),
                letters,
                new LetterWords(letters),
                new ExtraFacts(rounds),
                new RoundDays(rounds));
    }
}
