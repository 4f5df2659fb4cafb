using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SeoAudit.Client.Tests.Conventions;

/// <summary>What the method bodies, fields and signatures of an assembly name.</summary>
internal sealed class AssemblyCode : IDisposable
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => code.Value);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly TypeNames _names = new();

    public AssemblyCode(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            if (!IsOfCoverage(_names.GetTypeFromDefinition(_metadata, handle, 0)[0]))
            {
                Read(handle);
            }
        }
    }

    public List<Reference> References { get; } = [];

    public List<Call> Calls { get; } = [];

    public void Dispose() => _file.Dispose();

    private void Read(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        string from = _names.GetTypeFromDefinition(_metadata, handle, 0)[0];
        string outer = from.Split('/')[0];
        bool isStateMachine = type.GetInterfaceImplementations()
            .Select(_metadata.GetInterfaceImplementation)
            .Any(one => Names(one.Interface).Contains("System.Runtime.CompilerServices.IAsyncStateMachine", StringComparer.Ordinal));
        Refer(outer, type.BaseType.IsNil ? [] : Names(type.BaseType));
        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            Refer(outer, _metadata.GetFieldDefinition(field).DecodeSignature(_names, null));
        }

        foreach (MethodDefinitionHandle member in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(member);
            Refer(outer, Types(method.DecodeSignature(_names, null)));
            if (method.RelativeVirtualAddress != 0)
            {
                ReadBody(outer, isStateMachine, _file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void ReadBody(string from, bool isStateMachine, MethodBodyBlock body)
    {
        BlobReader il = body.GetILReader();
        string? before = null;
        while (il.RemainingBytes > 0)
        {
            byte first = il.ReadByte();
            OpCode code = Codes[first == 0xFE ? unchecked((short)(0xFE00 | il.ReadByte())) : first];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod:
                    before = Note(from, isStateMachine, MetadataTokens.EntityHandle(il.ReadInt32()), before);
                    break;
                case OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    Note(from, isStateMachine, MetadataTokens.EntityHandle(il.ReadInt32()), before);
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                default:
                    il.Offset += Size(code.OperandType);
                    break;
            }
        }
    }

    // Returns the name of a member of another assembly, as what stands before the next.
    private string? Note(string from, bool isStateMachine, EntityHandle handle, string? before)
    {
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            MethodSpecification specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
            Refer(from, specification.DecodeSignature(_names, null).SelectMany(static types => types));
            handle = specification.Method;
        }

        string[] names = Names(handle);
        Refer(from, names);
        if (IsOfCoverage(names[0]))
        {
            return before;
        }

        if (handle.Kind == HandleKind.MemberReference)
        {
            MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
            string name = _metadata.GetString(member.Name);
            Calls.Add(new Call(from, names[0], name, isStateMachine, before));
            return name;
        }

        return null;
    }

    private string[] Names(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => _names.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => _names.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_names, null),
        HandleKind.MemberReference => Names(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodDefinition => Names(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => Names(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        _ => [string.Empty],
    };

    private void Refer(string from, IEnumerable<string> to) => References.AddRange(to.Select(name => new Reference(from, name)));

    private static IEnumerable<string> Types(MethodSignature<string[]> signature) =>
        signature.ParameterTypes.SelectMany(static types => types).Concat(signature.ReturnType);

    // A run that counts coverage puts types of its own into the assembly, and calls of them between all others.
    private static bool IsOfCoverage(string type) => type.StartsWith("Microsoft.CodeCoverage.", StringComparison.Ordinal);

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
