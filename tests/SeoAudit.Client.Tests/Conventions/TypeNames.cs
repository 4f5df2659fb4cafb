using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SeoAudit.Client.Tests.Conventions;

/// <summary>Turns signatures into the full names of the types in them, the outermost first; nested types after a slash.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<string[], object?>
{
    public string[] GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.IsNested
            ? [$"{GetTypeFromDefinition(reader, type.GetDeclaringType(), 0)[0]}/{name}"]
            : [$"{reader.GetString(type.Namespace)}.{name}"];
    }

    public string[] GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return [$"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"];
    }

    public string[] GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string[] GetGenericInstantiation(string[] genericType, ImmutableArray<string[]> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(static types => types)];

    public string[] GetFunctionPointerType(MethodSignature<string[]> signature) => [string.Empty];

    public string[] GetModifiedType(string[] modifier, string[] unmodifiedType, bool isRequired) => unmodifiedType;

    public string[] GetArrayType(string[] elementType, ArrayShape shape) => elementType;

    public string[] GetByReferenceType(string[] elementType) => elementType;

    public string[] GetPinnedType(string[] elementType) => elementType;

    public string[] GetPointerType(string[] elementType) => elementType;

    public string[] GetSZArrayType(string[] elementType) => elementType;

    public string[] GetGenericMethodParameter(object? genericContext, int index) => [string.Empty];

    public string[] GetGenericTypeParameter(object? genericContext, int index) => [string.Empty];

    public string[] GetPrimitiveType(PrimitiveTypeCode typeCode) => [string.Empty];
}
