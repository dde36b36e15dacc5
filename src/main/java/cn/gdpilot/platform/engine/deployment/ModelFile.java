package cn.gdpilot.platform.engine.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A process, a table or a form as a file.
 *
 * @param name    with its ending, without a folder
 * @param id      what it defines
 * @param forms   ids of forms that must be deployed together with it; empty except for processes
 * @param content its bytes
 */
public record ModelFile(String name, ModelId id, Set<String> forms, byte[] content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final XMLInputFactory XML = xml();

    /** Reads what a file defines; where it cannot be read, its name without the ending stands for its id. */
    public static ModelFile of(String name, byte[] content) {
        String base = name.replaceAll("\\.[a-z]+$", "");
        try {
            return name.endsWith(".form") ? form(name, base, content) : model(name, base, content);
        } catch (IOException | XMLStreamException unreadable) {
            return new ModelFile(name, new ModelId(ModelId.Kind.of(name), base), Set.of(), content);
        }
    }

    private static ModelFile form(String name, String base, byte[] content) throws IOException {
        String id = JSON.readTree(content).path("id").asText(base);
        return new ModelFile(name, new ModelId(ModelId.Kind.FORM, id), Set.of(), content);
    }

    private static ModelFile model(String name, String base, byte[] content) throws XMLStreamException {
        ModelId.Kind kind = ModelId.Kind.of(name);
        String element = kind == ModelId.Kind.TABLE ? "decision" : "process";
        String id = null;
        Set<String> forms = new LinkedHashSet<>();
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                if (id == null && reader.getLocalName().equals(element)) {
                    id = reader.getAttributeValue(null, "id");
                }
                if ("deployment".equals(reader.getAttributeValue(CAMUNDA, "formRefBinding"))) {
                    forms.add(reader.getAttributeValue(CAMUNDA, "formRef"));
                }
            }
        }
        forms.remove(null);
        return new ModelFile(name, new ModelId(kind, id == null ? base : id), forms, content);
    }

    /** SHA-256 of its bytes, in hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether both have the same bytes, under whatever name. */
    public boolean saysTheSame(ModelFile other) {
        return Arrays.equals(content, other.content);
    }

    private static XMLInputFactory xml() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return xml;
    }
}
