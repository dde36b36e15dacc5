package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Ids in the files of one deployment: each once, and a process that the program starts in the file of its name only. */
class ModelNames {

    private static final String PROCESS = "process";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final Set<String> known;

    ModelNames() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        known = shipped();
    }

    /** Checks files by their ids; a DOCTYPE is passed over here, {@link ModelWalk} refuses it. */
    void check(Collection<ResourceEntity> files) {
        Map<String, String> fileOf = new LinkedHashMap<>();
        for (ResourceEntity file : files) {
            Set<String> ids = ids(file);
            for (String id : ids) {
                String other = fileOf.putIfAbsent(id, file.getName());
                if (other != null) {
                    throw new Fault(Rule.ID_TWICE, file.getName(), key(id), "", Texts.of("rule.A-02", other)).refusal();
                }
            }
            checkProcesses(file.getName(), ids);
        }
    }

    private void checkProcesses(String file, Set<String> ids) {
        String base = file.replaceAll("\\.bpmn$", "");
        if (!file.endsWith(".bpmn")) {
            return;
        }
        if (known.contains(base) && !ids.contains(PROCESS + " " + base)) {
            throw new Fault(Rule.HOME, file, base, "", Texts.of("rule.A-03.renamed", base)).refusal();
        }
        ids.stream()
                .map(ModelNames::key)
                .filter(id -> known.contains(id) && !id.equals(base))
                .findFirst()
                .ifPresent(id -> {
                    throw new Fault(Rule.HOME, file, id, "", Texts.of("rule.A-03.elsewhere", id)).refusal();
                });
    }

    /** Kind and id, e.g. "process application". */
    private Set<String> ids(ResourceEntity file) {
        Set<String> ids = new LinkedHashSet<>();
        try {
            if (file.getName().endsWith(".form")) {
                ids.add("form " + JSON.readTree(file.getBytes()).path("id").asText(file.getName()));
                return ids;
            }
            String element = file.getName().endsWith(".dmn") ? "decision" : PROCESS;
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(file.getBytes()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    ids.add(element + " " + reader.getAttributeValue(null, "id"));
                }
            }
            return ids;
        } catch (IOException | XMLStreamException e) {
            // Told of by those who read what the file contains.
            return ids;
        }
    }

    /** Ids of the tables in these files. */
    Set<String> tables(Collection<ResourceEntity> files) {
        return files.stream()
                .filter(file -> file.getName().endsWith(".dmn"))
                .flatMap(file -> ids(file).stream())
                .map(ModelNames::key)
                .collect(Collectors.toSet());
    }

    /** Ids of the processes that the program brings. */
    Set<String> known() {
        return known;
    }

    private static String key(String id) {
        return id.substring(id.indexOf(' ') + 1);
    }

    /** Ids of the processes that the program brings; each lies in the file of its name. */
    private static Set<String> shipped() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn"))
                    .map(file -> String.valueOf(file.getFilename()).replaceAll("\\.bpmn$", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
