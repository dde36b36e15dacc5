package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
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
                    throw Refusal.invalid("model.twice-together", other, file.getName(), key(id));
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
            throw Refusal.invalid("model.renamed", file, base);
        }
        ids.stream()
                .map(ModelNames::key)
                .filter(id -> known.contains(id) && !id.equals(base))
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.invalid("model.elsewhere", file, id);
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
            throw Refusal.invalid("model.unreadable", file.getName());
        }
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
