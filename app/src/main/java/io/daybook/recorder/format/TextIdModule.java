package io.daybook.recorder.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;

/** Writes records whose only component is {@code String value}, which ids are, as plain strings. */
final class TextIdModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  TextIdModule() {
    super("text-ids");
    setSerializerModifier(new WriteIds());
    setDeserializerModifier(new ReadIds());
  }

  private static boolean isTextId(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && components[0].getType() == String.class;
  }

  private static final class WriteIds extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription bean, JsonSerializer<?> otherwise) {
      Class<?> type = bean.getBeanClass();
      return isTextId(type) ? new IdSerializer(type) : otherwise;
    }
  }

  private static final class ReadIds extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> otherwise) {
      Class<?> type = bean.getBeanClass();
      return isTextId(type) ? new IdDeserializer(type) : otherwise;
    }
  }

  private static final class IdSerializer extends StdScalarSerializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient MethodHandle value;

    IdSerializer(Class<?> type) {
      super(type, false);
      try {
        var accessor = type.getRecordComponents()[0].getAccessor();
        accessor.setAccessible(true);
        value = MethodHandles.lookup().unreflect(accessor);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void serialize(Object id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      try {
        out.writeString((String) value.invoke(id));
      } catch (IOException | RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class IdDeserializer extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient MethodHandle constructor;

    IdDeserializer(Class<?> type) {
      super(type);
      try {
        var canonical = type.getDeclaredConstructor(String.class);
        canonical.setAccessible(true);
        constructor = MethodHandles.lookup().unreflectConstructor(canonical);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(_valueClass, in);
      }
      String text = in.getText();
      try {
        return constructor.invoke(text);
      } catch (IllegalArgumentException e) {
        return context.handleWeirdStringValue(_valueClass, text, "%s", e.getMessage());
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
