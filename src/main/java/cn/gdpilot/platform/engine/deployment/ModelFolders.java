package cn.gdpilot.platform.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What lies in {@code processes/} and {@code forms/}: in the folders where they are there, else as shipped in the jar. */
@Component
public class ModelFolders {

    private final Path processes;
    private final Path forms;

    /** Reads these folders. */
    public ModelFolders(
            @Value("${pilot.processes-folder}") Path processes, @Value("${pilot.forms-folder}") Path forms) {
        this.processes = processes;
        this.forms = forms;
    }

    /** All files, by name. */
    public List<ModelFile> files() {
        return Stream.of(
                        in(processes, "processes", "bpmn"),
                        in(processes, "processes", "dmn"),
                        in(forms, "forms", "form"))
                .flatMap(files -> files)
                .map(ModelFolders::read)
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }

    /** The file of that name as shipped in the jar; empty if none is. */
    public Optional<ModelFile> shipped(String name) {
        return Stream.of(inJar("processes", "bpmn"), inJar("processes", "dmn"), inJar("forms", "form"))
                .flatMap(files -> files)
                .filter(file -> name.equals(file.getFilename()))
                .map(ModelFolders::read)
                .findFirst();
    }

    private static Stream<Resource> in(Path folder, String shipped, String ending) {
        return Files.isDirectory(folder) ? inFolder(folder, ending) : inJar(shipped, ending);
    }

    private static Stream<Resource> inFolder(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Resource> found = files.filter(file -> file.toString().endsWith("." + ending))
                    .<Resource>map(FileSystemResource::new)
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Resource> inJar(String folder, String ending) {
        try {
            return Stream.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*." + ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Resource file) {
        try {
            return ModelFile.of(file.getFilename(), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
