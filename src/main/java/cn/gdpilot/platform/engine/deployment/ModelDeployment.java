package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys what lies in {@code processes/} and {@code forms/}: from the folders where they are there, else as shipped.
 * All in one deployment under plain file names, and only when something has changed.
 */
@Component
public class ModelDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String NAME = "gdpilot";

    private final RepositoryService repository;
    private final RecordBook book;
    private final Path processes;
    private final Path forms;

    ModelDeployment(
            RepositoryService repository,
            RecordBook book,
            @Value("${pilot.processes-folder}") Path processes,
            @Value("${pilot.forms-folder}") Path forms) {
        this.repository = repository;
        this.book = book;
        this.processes = processes;
        this.forms = forms;
    }

    /** Deploys, unless all of it is deployed already. */
    public void deploy() {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        Stream.concat(files(processes, "processes", "bpmn", "dmn"), files(forms, "forms", "form"))
                .forEach(file -> add(deployment, file));
        String id = deployment.deploy().getId();
        LOG.info("Models deployed as {}", id);
        book.write(RecordEvent.of(Actor.SYSTEM, "models.deployed", id, null));
    }

    private static Stream<Resource> files(Path folder, String shipped, String... endings) {
        return Arrays.stream(endings)
                .flatMap(ending -> Files.isDirectory(folder) ? inFolder(folder, ending) : inJar(shipped, ending))
                .sorted(Comparator.comparing(Resource::getFilename));
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
            return Arrays.stream(
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*." + ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource file) {
        try (var content = file.getInputStream()) {
            deployment.addInputStream(file.getFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
