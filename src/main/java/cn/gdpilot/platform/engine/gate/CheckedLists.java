package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Lists and letters by which the command judges: beside the models, else those of the installation; a list that a folder does
 * not have is the shipped one.
 *
 * @param reference folder of the lists; need not be there
 * @param letters   folder of the letters; need not be there
 */
record CheckedLists(Path reference, Path letters) {

    private static final String REFERENCE = "reference";
    private static final String LETTERS = "letters";

    /** Those for a folder of models: in it, in its content/, by the settings, below the working directory. */
    static CheckedLists of(Path folder, String... args) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        ConfigurationPropertySources.attach(settings);
        return new CheckedLists(
                first(folder, REFERENCE, settings.getProperty("pilot.reference-folder")),
                first(folder, LETTERS, settings.getProperty("pilot.mail.texts-folder")));
    }

    private static Path first(Path folder, String name, String setting) {
        List<Path> places = Stream.of(
                        folder.resolve(name),
                        folder.resolve("content").resolve(name),
                        Path.of(setting == null ? "" : setting),
                        Path.of("content", name))
                .toList();
        return places.stream()
                .filter(place -> !place.toString().isEmpty() && Files.isDirectory(place))
                .findFirst()
                .orElse(places.get(0));
    }

    /** Which ones, in Chinese. */
    String words() {
        return Texts.of("check-models.lists", word(reference), word(letters));
    }

    private static String word(Path folder) {
        return Files.isDirectory(folder)
                ? folder.toAbsolutePath().normalize().toString()
                : Texts.of("check-models.shipped");
    }
}
